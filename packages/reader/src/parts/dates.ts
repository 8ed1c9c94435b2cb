export const DAY_MS = 86_400_000

const formats = new Map<string, Intl.DateTimeFormat>()

function format(name: string, options: Intl.DateTimeFormatOptions, date: number): string {
  let known = formats.get(name)
  if (!known) {
    known = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' })
    formats.set(name, known)
  }
  return known.format(date)
}

/** `Friday, 29 May 2026`. */
export const longDay = (day: string): string =>
  `${format('weekday', { weekday: 'long' }, Date.parse(day))}, ${mediumDay(day)}`

/** `29 May 2026`. */
export const mediumDay = (day: string): string =>
  format('medium', { day: 'numeric', month: 'long', year: 'numeric' }, Date.parse(day))

/** `29 May`. */
export const shortDay = (day: string): string =>
  format('short', { day: 'numeric', month: 'short' }, Date.parse(day))

/** `29 May`, with the year where it is not that of `now`. */
export const dayText = (day: string, now: number): string =>
  day.startsWith(String(new Date(now).getUTCFullYear()))
    ? shortDay(day)
    : `${shortDay(day)} ${day.slice(0, 4)}`

/** `Fri`. */
export const weekday = (day: string): string => format('short weekday', { weekday: 'short' }, Date.parse(day))

/** `May 2026`, of `2026-05`. */
export const monthName = (month: string): string =>
  format('month', { month: 'long', year: 'numeric' }, Date.parse(`${month}-01`))

/** `29 May, 20:00 UTC`. */
export const instantText = (instant: string): string =>
  `${format('instant', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }, Date.parse(instant))} UTC`
    // The day stays whole, and so does the time.
    .replaceAll(/ (?=[A-Z])/g, '\u00a0')

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)

/** Whether a text is a calendar day that exists, as `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const ms = Date.parse(text)
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text)
}

/** The ISO 8601 week of a day: `2026-W22`. */
export function weekOf(day: string): string {
  const thursday = Date.parse(day) + (3 - ((new Date(day).getUTCDay() + 6) % 7)) * DAY_MS
  const year = new Date(thursday).getUTCFullYear()
  const number = Math.floor((thursday - Date.UTC(year, 0, 1)) / DAY_MS / 7) + 1
  return `${year}-W${String(number).padStart(2, '0')}`
}

/** `Week 22`, of `2026-W22`. */
export const weekName = (week: string): string => `Week ${Number(week.slice(-2))}`

/** The Monday of an ISO 8601 week; null where the year has no such week. */
export function mondayOf(week: string): string | null {
  const [, year, number] = /^(\d{4})-W(\d{2})$/.exec(week) ?? []
  if (!year || !number || Number(number) < 1) return null
  const fourth = Date.UTC(Number(year), 0, 4)
  const first = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY_MS
  const monday = new Date(first + (Number(number) - 1) * 7 * DAY_MS).toISOString().slice(0, 10)
  return weekOf(monday) === week ? monday : null
}
