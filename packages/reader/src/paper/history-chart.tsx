import { scaleLinear, scaleUtc } from 'd3-scale'
import { curveStepAfter, line } from 'd3-shape'
import { type KnownPoint, knownPoints, type Point } from '../lists/sparkline.tsx'
import { count } from '../parts/count.ts'
import { DAY_MS, instantText } from '../parts/dates.ts'

const SIZE = { width: 320, height: 140, left: 34, right: 8, top: 8, bottom: 20 }

const dayMonth = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })
const hour = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' })
const isMidnight = (date: Date) => date.getTime() % DAY_MS === 0

/** Chart of a number over time, with a table of the same numbers. */
export function HistoryChart({ points, label }: { points: readonly Point[]; label: string }) {
  const known = knownPoints(points)
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last || known.length < 2) return null
  const { width, height, left, right, top, bottom } = SIZE
  const values = known.map(({ value }) => value)
  const x = scaleUtc([Date.parse(first.at), Date.parse(last.at)], [left, width - right])
  const y = scaleLinear([Math.min(...values), Math.max(...values)], [height - bottom, top]).nice(4)
  const path = line<KnownPoint>(
    ({ at }) => x(Date.parse(at)),
    ({ value }) => y(value),
  )
    .curve(curveStepAfter)
    .digits(1)(known)
  return (
    <figure class="chart">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`${label} went from ${first.value} to ${last.value}`}
      >
        {y
          .ticks(4)
          .filter(Number.isInteger)
          .map(tick => (
            <g key={tick} class="grid">
              <line x1={left} x2={width - right} y1={y(tick)} y2={y(tick)} />
              <text x={left - 6} y={y(tick) + 3} text-anchor="end">
                {count(tick)}
              </text>
            </g>
          ))}
        {x.ticks(3).map(tick => (
          <text key={tick.toISOString()} x={x(tick)} y={height - 5} text-anchor="middle">
            {isMidnight(tick) ? dayMonth.format(tick) : hour.format(tick)}
          </text>
        ))}
        <path class="line" d={path ?? ''} />
        {known.map(({ at, value }) => (
          <circle
            key={at}
            cx={x(Date.parse(at)).toFixed(1)}
            cy={y(value).toFixed(1)}
            r="2"
            data-tip={`${count(value)}, ${instantText(at)}`}
          />
        ))}
      </svg>
      <details>
        <summary>{label} as a table</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">Read</th>
              <th scope="col">{label}</th>
            </tr>
          </thead>
          <tbody>
            {known.toReversed().map(({ at, value }) => (
              <tr key={at}>
                <td>{instantText(at)}</td>
                <td>{count(value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}
