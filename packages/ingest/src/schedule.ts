import { addDays, DAY_MS, dayOf, HOUR_MS, lastDays, REFRESHED_DAYS } from '@daily-papers/papers/days.ts'
import type { Day, Instant } from '@daily-papers/papers/paper.ts'
import type { Refreshes } from '@daily-papers/store/runs.ts'

/** The minute of each hour, in UTC, from which production starts a run. */
export const REFRESH_MINUTE = 7

const [HOURLY, DAILY, WEEKLY] = [7, 30, REFRESHED_DAYS]

/**
 * The days of the run scheduled for this instant, newest first. Every hour: today and the 7 days before. Once a day: 30
 * days before. On Mondays: 90.
 * @param refreshes When earlier runs last reached how far back, to make up for missed or failed ones
 */
export function daysToRefresh(scheduledTime: Instant, refreshes: Refreshes = {}): Day[] {
  const at = new Date(scheduledTime)
  const midnight = Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate())
  const monday = midnight - ((at.getUTCDay() + 6) % 7) * DAY_MS
  const isDue = (reach: number, since: number): boolean => {
    // If no refresh has reached so far, the last one of any reach counts: the run is due if that was before `since`.
    const last = lastOf(refreshes, reach) ?? lastOf(refreshes, 0)
    return at.getTime() < since + HOUR_MS || (last !== null && last < since)
  }
  const reach = isDue(WEEKLY, monday) ? WEEKLY : isDue(DAILY, midnight) ? DAILY : HOURLY
  return lastDays(dayOf(scheduledTime), reach + 1).reverse()
}

/**
 * Tells which days are history: older than every day that a refresh has reached. They create no changes. Days that a
 * refresh has reached create changes whoever reads them, so a backfill between two refreshes hides nothing.
 * @param refreshes when earlier runs last reached how far back
 * @param now the time of a refresh, or of a run by hand, in milliseconds since 1970: the days of every hourly run are then
 * never history. Null for a backfill
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
