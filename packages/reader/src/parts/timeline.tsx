import { scaleBand, scaleLinear } from 'd3-scale'
import { count } from './count.ts'

export interface TimelinePoint {
  from: string
  /** Null when days of the month are missing. */
  paperCount: number | null
  /** Papers of the days that are stored. */
  atLeast: number
}

const SIZE = { height: 120, left: 30, top: 8, bottom: 18 }
const MAX_WIDTH = 640
const MIN_MONTHS = 3
/** Few months get a narrow chart rather than wide bars. */
const MAX_MONTH_WIDTH = 72

const monthYear = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' })
const shownCount = ({ paperCount, atLeast }: TimelinePoint) =>
  paperCount === null ? `at least ${count(atLeast)}` : count(paperCount)
const nameOf = ({ from }: TimelinePoint) => monthYear.format(Date.parse(from))

/** Chart of the papers of each month, with a table of the same numbers. */
export function Timeline({ points }: { points: readonly TimelinePoint[] | null }) {
  const first = points?.findIndex(({ atLeast }) => atLeast > 0) ?? -1
  const shown = points?.slice(Math.max(0, first)) ?? []
  const [oldest, newest] = [shown[0], shown.at(-1)]
  if (first < 0 || !oldest || !newest || shown.length < MIN_MONTHS) return null
  const { height, left, top, bottom } = SIZE
  const width = Math.min(MAX_WIDTH, left + shown.length * MAX_MONTH_WIDTH)
  const x = scaleBand(
    shown.map(({ from }) => from),
    [left, width],
  ).paddingInner(0.15)
  const y = scaleLinear([0, Math.max(...shown.map(({ atLeast }) => atLeast))], [height - bottom, top]).nice(3)
  return (
    <figure class={`chart timeline${width === MAX_WIDTH ? ' long' : ''}`}>
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`Papers a month, ${nameOf(oldest)} to ${nameOf(newest)}`}
      >
        {y
          .ticks(3)
          .filter(Number.isInteger)
          .map(tick => (
            <g key={tick} class="grid">
              <line x1={left} x2={width} y1={y(tick)} y2={y(tick)} />
              <text x={left - 6} y={y(tick) + 3} text-anchor="end">
                {count(tick)}
              </text>
            </g>
          ))}
        {shown.map(point => {
          const upper = y(point.atLeast)
          return (
            <rect
              key={point.from}
              class={point.paperCount === null ? 'incomplete' : undefined}
              x={x(point.from)?.toFixed(1)}
              width={x.bandwidth().toFixed(1)}
              y={upper.toFixed(1)}
              height={(height - bottom - upper).toFixed(1)}
              data-tip={`${nameOf(point)}: ${shownCount(point)}`}
            />
          )
        })}
        {width < MAX_WIDTH ? (
          shown.map(point => (
            <text
              key={point.from}
              x={((x(point.from) ?? 0) + x.bandwidth() / 2).toFixed(1)}
              y={height - 4}
              text-anchor="middle"
            >
              {nameOf(point)}
            </text>
          ))
        ) : (
          <>
            <text x={left} y={height - 4}>
              {nameOf(oldest)}
            </text>
            <text x={width} y={height - 4} text-anchor="end">
              {nameOf(newest)}
            </text>
          </>
        )}
      </svg>
      {shown.some(({ paperCount }) => paperCount === null) && (
        <p class="note">An outlined bar is a month with days missing or still to come.</p>
      )}
      <details>
        <summary>Papers a month as a table</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">Month</th>
              <th scope="col">Papers</th>
            </tr>
          </thead>
          <tbody>
            {shown.toReversed().map(point => (
              <tr key={point.from}>
                <td>{nameOf(point)}</td>
                <td>{shownCount(point)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}
