import { DAY_MS, HOUR_MS } from '@daily-papers/papers/days.ts'
import type { Counters, Instant } from '@daily-papers/papers/paper.ts'

/** The counters of a paper from an instant on, until the next point. */
export interface Point extends Counters {
  at: Instant
}

const WEEK_MS = 7 * DAY_MS
/** 1970-01-05, a Monday. */
const MONDAY_MS = 4 * DAY_MS

/**
 * One point is kept for each period. A period is an hour in the newest point's day and the 2 days before. It is a day in
 * the weeks of the 30 days before, and a week before that. A whole day, and a whole week, is thinned at once.
 */
function periodOf(at: number, newest: number): string {
  const week = Math.floor((at - MONDAY_MS) / WEEK_MS)
  if (MONDAY_MS + (week + 1) * WEEK_MS <= newest - 30 * DAY_MS) return `week ${week}`
  const day = Math.floor(at / DAY_MS)
  return Math.floor(newest / DAY_MS) - day > 2 ? `day ${day}` : `hour ${Math.floor(at / HOUR_MS)}`
}

/**
 * Thinning: the last point of each period, and the very first point. Hours nest in days and days in weeks, so it may be
 * repeated.
 */
export function thin(points: readonly Point[]): Point[] {
  const newest = Date.parse(points.at(-1)?.at ?? '')
  return points.filter((point, i) => {
    const next = points[i + 1]
    return (
      i === 0 || !next || periodOf(Date.parse(point.at), newest) !== periodOf(Date.parse(next.at), newest)
    )
  })
}

/** The last point at or before an instant; null before the first. Instants compare as text. */
export const pointAt = (points: readonly Point[], at: Instant): Point | null =>
  points.findLast(point => point.at <= at) ?? null

export const sameCounters = (a: Counters, b: Counters): boolean =>
  a.upvotes === b.upvotes && a.comments === b.comments && a.githubStars === b.githubStars

/**
 * The history with the values of a reading added. `next` is the first known reading after it, from which the old values
 * hold again. Returns the same array when nothing is new.
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

/**
 * Two histories in one, thinned. Where both have a point of the same instant, the first one's counts. Returns the first
 * array when the other adds nothing.
 */
export function merged(points: readonly Point[], others: readonly Point[]): readonly Point[] {
  const byInstant = new Map([...others, ...points].map(point => [point.at, point]))
  const all = thin([...byInstant.values()].sort((a, b) => (a.at < b.at ? -1 : 1)))
  const adds = all.length !== points.length || all.some(({ at }, i) => at !== points[i]?.at)
  return adds ? all : points
}

/** Differs from every point. */
const NOTHING: Counters = { upvotes: -1, comments: -1, githubStars: -1 }
