import type { Day, Instant, Rhythm } from './rhythm.ts'
import { DAY_MS, dayIn, instantOf } from './zone.ts'

const MONDAY = 1

const plusDays = (day: Day, days: number): Day =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)

/**
 * The first instant after `after` at which a mail is due. It is found day by day in the subscriber's zone, so that a
 * change to or from daylight-saving time neither skips a day nor gives it two mails.
 */
export function nextDue({ every, hour, timeZone }: Rhythm, after: Instant): Instant {
  let day = dayIn(after, timeZone)
  while (
    (every === 'WEEK' && new Date(day).getUTCDay() !== MONDAY) ||
    instantOf(day, hour, timeZone) <= after
  ) {
    day = plusDays(day, 1)
  }
  return instantOf(day, hour, timeZone)
}

/** The first day of the window whose papers a mail carries: the last 8 days for a daily mail, 15 for a weekly one. */
export const windowStart = (every: Rhythm['every'], now: Instant): Day =>
  plusDays(now.slice(0, 10), every === 'DAY' ? -7 : -14)
