import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'

export interface Point {
  at: string
  value: number | null
}

export type KnownPoint = Point & { value: number }

export const knownPoints = (points: readonly Point[]): KnownPoint[] =>
  points.filter((point): point is KnownPoint => point.value !== null)

const WIDTH = 64
const HEIGHT = 18

/** Sparkline: votes over time, as small as a word. Nothing if they did not change. */
export function Sparkline({ points }: { points: readonly Point[] }) {
  const known = knownPoints(points)
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last || first.value === last.value) return null
  const x = scaleLinear([Date.parse(first.at), Date.parse(last.at)], [1, WIDTH - 3])
  const values = known.map(({ value }) => value)
  const y = scaleLinear([Math.min(...values), Math.max(...values)], [HEIGHT - 2, 2])
  const path = line<KnownPoint>(
    ({ at }) => x(Date.parse(at)),
    ({ value }) => y(value),
  ).digits(1)(known)
  return (
    <svg
      class="spark"
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`Upvotes went from ${first.value} to ${last.value}`}
    >
      <path d={path ?? ''} />
      <circle cx={WIDTH - 3} cy={y(last.value).toFixed(1)} r="2" />
    </svg>
  )
}
