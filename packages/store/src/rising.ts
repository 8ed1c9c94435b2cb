import { DAY_MS, REFRESHED_DAYS } from '@daily-papers/papers/days.ts'
import type { Counters, Instant } from '@daily-papers/papers/paper.ts'
import { type Point, pointAt } from './history.ts'

/** How far back gains are measured, in days. */
export const WINDOWS = { day: 1, threeDays: 3, week: 7 } as const
export type Window = keyof typeof WINDOWS
export type Metric = keyof Counters

/** What a paper gained inside a window, and between which of its points. */
export interface Gain {
  /** Positive. */
  gained: number
  from: { at: Instant; value: number }
  to: { at: Instant; value: number }
}

const instant = (ms: number): Instant => new Date(ms).toISOString()

/**
 * What a metric gained in a window that ends at an instant. It is measured from the last point at or before the window's
 * start. If there is none, or if it is over 90 days older than the window, it is measured from the first point in the
 * window. Null without a gain.
 * @param now Milliseconds since 1970.
 */
export function gainOf(points: readonly Point[], metric: Metric, window: Window, now: number): Gain | null {
  const start = instant(now - WINDOWS[window] * DAY_MS)
  const oldest = instant(now - (WINDOWS[window] + REFRESHED_DAYS) * DAY_MS)
  const base = pointAt(points, start)
  const from = base && base.at >= oldest ? base : points.find(({ at }) => at > start)
  const to = pointAt(points, instant(now))
  const [before, after] = [from?.[metric] ?? null, to?.[metric] ?? null]
  if (!from || !to || before === null || after === null || after <= before) return null
  return { gained: after - before, from: { at: from.at, value: before }, to: { at: to.at, value: after } }
}

/** The points that any window measured at `now` or later may need: those of the last week, and the one before. Empty when none moved. */
export function recentPoints(points: readonly Point[], now: Instant): readonly Point[] {
  const start = instant(Date.parse(now) - WINDOWS.week * DAY_MS)
  const first = points.findIndex(({ at }) => at > start)
  return first < 0 ? [] : points.slice(Math.max(0, first - 1))
}
