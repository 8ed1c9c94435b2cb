import type { Counters, Instant } from '@daily-papers/papers/paper.ts'

/** The counters of a paper from an instant on, until the next point. */
export interface Point extends Counters {
  at: Instant
}

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** 1970-01-05, a Monday. */
const MONDAY_MS = 4 * DAY_MS

/** The stretch of time of which one point is kept, for a point so much older than the newest: an hour, a day, a week. */
function stretchOf(at: number, newest: number): string {
  const age = newest - at
  if (age < 2 * DAY_MS) return `hour ${Math.floor(at / HOUR_MS)}`
  if (age < 30 * DAY_MS) return `day ${Math.floor(at / DAY_MS)}`
  return `week ${Math.floor((at - MONDAY_MS) / (7 * DAY_MS))}`
}

/** Of each stretch the last point, and the very first one. Hours nest in days and days in weeks, so it may be repeated. */
export function thin(points: readonly Point[]): Point[] {
  const newest = Date.parse(points.at(-1)?.at ?? '')
  return points.filter((point, i) => {
    const next = points[i + 1]
    return (
      i === 0 || !next || stretchOf(Date.parse(point.at), newest) !== stretchOf(Date.parse(next.at), newest)
    )
  })
}

/** The last point at or before an instant; null before the first. Instants compare as text. */
export const pointAt = (points: readonly Point[], at: Instant): Point | null =>
  points.findLast(point => point.at <= at) ?? null

export const sameCounters = (a: Counters, b: Counters): boolean =>
  a.upvotes === b.upvotes && a.comments === b.comments && a.githubStars === b.githubStars

/**
 * The history with what a reading saw at an instant. `next` is the first reading known after it: what was known then
 * still holds from then on. The same array when it says nothing new.
 */
export function withPoint(
  points: readonly Point[],
  seen: Point,
  next: Instant | null = null,
): readonly Point[] {
  const before = pointAt(points, seen.at)
  if (before && sameCounters(before, seen)) return points
  const then = next === null ? null : pointAt(points, next)
  const { at, upvotes, comments, githubStars } = seen
  const added: Point[] = [{ at, upvotes, comments, githubStars }]
  if (next !== null && then) added.push({ ...then, at: next })
  const rest = points.filter(point => !added.some(one => one.at === point.at))
  const sorted = [...rest, ...added].sort((a, b) => (a.at < b.at ? -1 : 1))
  return thin(sorted.filter((point, i) => !sameCounters(point, sorted[i - 1] ?? NOTHING)))
}

/** Differs from every point. */
const NOTHING: Counters = { upvotes: -1, comments: -1, githubStars: -1 }
