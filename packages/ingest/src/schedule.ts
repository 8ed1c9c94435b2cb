import { addDays, dayOf, lastDays, REFRESHED_DAYS } from '@daily-papers/papers/days.ts'
import type { Day, Instant } from '@daily-papers/papers/paper.ts'
import type { Refreshes } from '@daily-papers/store/runs.ts'

/** The minute of each hour, in UTC, from which production starts a run. */
export const REFRESH_MINUTE = 7

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const [HOURLY, DAILY, WEEKLY] = [7, 30, REFRESHED_DAYS]

/**
 * The days of the run scheduled for this instant, newest first. Every hour: today and the 7 days before. Once a day: 30
 * days. On Mondays: 90.
 * @param refreshes When earlier runs last reached how far back, to make up for missed or failed ones
 */
export function daysToRefresh(scheduledTime: Instant, refreshes: Refreshes = {}): Day[] {
  const at = new Date(scheduledTime)
  const midnight = Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate())
  const monday = midnight - ((at.getUTCDay() + 6) % 7) * DAY_MS
  const isDue = (reach: number, since: number): boolean => {
    // Of the first one that reaches so far nothing is known, and it is missing if there were others before it was due.
    const last = lastOf(refreshes, reach) ?? lastOf(refreshes, 0)
    return at.getTime() < since + HOUR_MS || (last !== null && last < since)
  }
  const reach = isDue(WEEKLY, monday) ? WEEKLY : isDue(DAILY, midnight) ? DAILY : HOURLY
  return lastDays(dayOf(scheduledTime), reach + 1).reverse()
}

/**
 * Whether a day was there before any refresh reached it: what is found on it is the past, and no news. A day that a refresh
 * has read, and any later one, is news whoever reads it, so that a backfill between two refreshes hides nothing.
 * @param refreshes When earlier runs last reached how far back.
 * @param now Of a refresh, or of days read by hand as it would read them, in milliseconds since 1970: the days that it reads
 * every hour are news from the first time on. Null of a backfill.
 */
export function historyBy(refreshes: Refreshes, now: number | null = null): (day: Day) => boolean {
  const reached: [string, Instant][] = Object.entries(refreshes)
  if (now !== null) reached.push([String(HOURLY), new Date(now).toISOString()])
  const first = reached
    .map(([reach, at]) => addDays(dayOf(at), -Number(reach)))
    .reduce((a, b) => (a < b ? a : b), '~')
  return day => day < first
}

/** When a refresh last reached at least so far back, in milliseconds since 1970; null when none is known. */
function lastOf(refreshes: Refreshes, reach: number): number | null {
  const instants = Object.entries(refreshes).flatMap(([far, at]) =>
    Number(far) >= reach ? [Date.parse(at)] : [],
  )
  return instants.length ? Math.max(...instants) : null
}
