import type { Day, Instant } from './paper.ts'

export const HOUR_MS = 3_600_000
export const DAY_MS = 24 * HOUR_MS

const startOf = (day: Day): number => {
  if (!isDay(day)) throw new RangeError(`"${day}" is not a day; write YYYY-MM-DD`)
  return Date.parse(day)
}

/** Whether `text` is a calendar day that exists, written `YYYY-MM-DD`. */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  // Some engines roll 02-30 over into March: only a day that comes back as itself exists.
  return new Date(text).getUTCDate() === Number(text.slice(8))
}

/** The UTC day of an instant, given as ISO text or as milliseconds since 1970. @throws RangeError when it is no instant. */
export function dayOf(instant: Instant | number): Day {
  return new Date(instant).toISOString().slice(0, 10)
}

/** The day `n` days later, or earlier when `n` is negative. */
export function addDays(day: Day, n: number): Day {
  return dayOf(startOf(day) + n * DAY_MS)
}

/** The last millisecond of a day. */
export function endOfDay(day: Day): Instant {
  return `${day}T23:59:59.999Z`
}

/** Every day from `from` to `to`, both included; none when `to` is the earlier. */
export function daysFrom(from: Day, to: Day): Day[] {
  const first = startOf(from)
  const count = Math.max(0, (startOf(to) - first) / DAY_MS + 1)
  return Array.from({ length: count }, (_, i) => dayOf(first + i * DAY_MS))
}

/** Today and the `n` − 1 days before, ascending. */
export function lastDays(today: Day, n: number): Day[] {
  return daysFrom(addDays(today, 1 - n), today)
}

/** Saturday or Sunday, when the feed rests. */
export function isWeekend(day: Day): boolean {
  return weekday(day) > 5
}

/** 1 for Monday … 7 for Sunday. */
function weekday(day: Day): number {
  return new Date(startOf(day)).getUTCDay() || 7
}

/** The ISO 8601 week a day is in, such as `2025-W01`; its year is that of the week's Thursday. */
export function weekOf(day: Day): string {
  const thursday = addDays(day, 4 - weekday(day))
  const year = thursday.slice(0, 4)
  const week = Math.floor((startOf(thursday) - startOf(`${year}-01-01`)) / DAY_MS / 7) + 1
  return `${year}-W${String(week).padStart(2, '0')}`
}

/** Monday and Sunday of an ISO week such as `2026-W53`; null when there is no such week. */
export function daysOfWeek(week: string): { first: Day; last: Day } | null {
  const [, year, number] = /^(\d{4})-W(\d\d)$/.exec(week) ?? []
  // Year 0000 and the last days of 9999 reach beyond what YYYY-MM-DD can say.
  if (!year || !number || year === '0000' || year === '9999') return null
  const fourth = `${year}-01-04` // always in week 1
  const first = addDays(fourth, 1 - weekday(fourth) + 7 * (Number(number) - 1))
  return weekOf(first) === week ? { first, last: addDays(first, 6) } : null
}

/** First and last day of a month such as `2025-02`; null when there is no such month. */
export function daysOfMonth(month: string): { first: Day; last: Day } | null {
  const first = `${month}-01`
  if (!isDay(first)) return null
  const [year, number] = month.split('-').map(Number)
  return {
    first,
    last: `${month}-${new Date(Date.UTC(2000 + ((year ?? 0) % 400), number ?? 1, 0)).getUTCDate()}`,
  }
}

/** The first day of the feed. */
export const FIRST_DAY: Day = '2023-05-04'

/** The feed's days are read again for so long; what older ones hold stays as it is. */
export const REFRESHED_DAYS = 90
