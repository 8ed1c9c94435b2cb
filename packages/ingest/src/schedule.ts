import type { Day, Instant } from '@daily-papers/papers/paper.ts'

const DAY_MS = 86_400_000
const MONDAY = 1

/** The day `count` days before `day`; after it when negative. */
export const daysBefore = (day: Day, count: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) - count * DAY_MS).toISOString().slice(0, 10)

/** The last `count` days up to `day`, newest first, weekends counted. */
export const lastDays = (day: Day, count: number): Day[] =>
  Array.from({ length: count }, (_, before) => daysBefore(day, before))

/**
 * The days that the run scheduled for this instant reads, newest first. Entries change for one to two weeks, then seldom:
 * every hour today and the 7 days before, once a day 30 days, once a week 90.
 */
export function daysToRefresh(scheduledTime: Instant): Day[] {
  const at = new Date(scheduledTime)
  const firstOfDay = at.getUTCHours() === 0
  const before = !firstOfDay ? 7 : at.getUTCDay() === MONDAY ? 90 : 30
  return lastDays(at.toISOString().slice(0, 10), before + 1)
}
