import { dayOf, lastDays, REFRESHED_DAYS } from '@daily-papers/papers/days.ts'
import type { Day, Instant } from '@daily-papers/papers/paper.ts'

const MONDAY = 1

/**
 * The days that the run scheduled for this instant reads, newest first. Entries change for one to two weeks, then seldom:
 * every hour today and the 7 days before, once a day 30 days, once a week 90.
 */
export function daysToRefresh(scheduledTime: Instant): Day[] {
  const at = new Date(scheduledTime)
  const firstOfDay = at.getUTCHours() === 0
  const before = !firstOfDay ? 7 : at.getUTCDay() === MONDAY ? REFRESHED_DAYS : 30
  return lastDays(dayOf(scheduledTime), before + 1).reverse()
}
