import { dayOf, lastDays, REFRESHED_DAYS } from '@daily-papers/papers/days.ts'
import type { Day, Instant } from '@daily-papers/papers/paper.ts'

const DAY_MS = 86_400_000

/**
 * The days that the run scheduled for this instant reads, newest first. Entries change for one to two weeks, then seldom:
 * every hour today and the 7 days before, once a day 30 days, once a week 90. A run that was missed is made up for by the next.
 * @param lastRunAt When the last run was made; null when there was none, or when it does not matter.
 */
export function daysToRefresh(scheduledTime: Instant, lastRunAt: Instant | null = null): Day[] {
  const at = new Date(scheduledTime)
  const midnight = Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate())
  const monday = midnight - ((at.getUTCDay() + 6) % 7) * DAY_MS
  const isFirstSince = (start: number): boolean =>
    at.getTime() < start + DAY_MS / 24 || (lastRunAt !== null && Date.parse(lastRunAt) < start)
  const before = isFirstSince(monday) ? REFRESHED_DAYS : isFirstSince(midnight) ? 30 : 7
  return lastDays(dayOf(scheduledTime), before + 1).reverse()
}
