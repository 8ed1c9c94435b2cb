import { z } from 'zod'
import { Advice } from './advice.ts'

/** A range of days as the API takes it. */
export type DateRange =
  | { days: { from?: string; to?: string } }
  | { lastDays: number }
  | { month: string }
  | { week: string }

export type When = { latest: true } | { day: string } | { range: DateRange }

export const whenInput = z.string().max(40)

/** The accepted forms, for the one tool whose schema lists them. */
export const WHEN_FORMS =
  'latest, 2026-05-29, week 2026-W22, month 2026-05, range 2026-05-01..2026-05-15 or 2026-04-01.., or 7d (last days)'

const DAY = String.raw`\d{4}-\d{2}-\d{2}`

const forms: readonly [RegExp, (found: RegExpExecArray) => When][] = [
  [/^latest$/i, () => ({ latest: true })],
  [new RegExp(`^${DAY}$`), ([day]) => ({ day })],
  [/^\d{4}-W\d{2}$/i, ([week]) => ({ range: { week: week.toUpperCase() } })],
  [/^\d{4}-\d{2}$/, ([month]) => ({ range: { month } })],
  [/^\d{4}$/, ([year]) => ({ range: { days: { from: `${year}-01-01`, to: `${year}-12-31` } } })],
  [/^(\d{1,5})d$/i, ([, days]) => ({ range: { lastDays: Number(days) } })],
  [
    new RegExp(`^(${DAY})?\\.\\.(${DAY})?$`),
    ([, from, to]) => ({ range: { days: { ...(from && { from }), ...(to && { to }) } } }),
  ],
]

/**
 * The days that a text means.
 * @throws Advice with the accepted forms
 */
export function parseWhen(text: string): When {
  const written = text.trim()
  for (const [form, read] of forms) {
    const found = form.exec(written)
    if (found) return read(found)
  }
  throw new Advice(
    `"${written}" is not a time. Write latest, a day 2026-05-29, a week 2026-W22, a month 2026-05, a range 2026-05-01..2026-05-15, or 7d for the last 7 days.`,
  )
}

/** The same as a range. Null for the latest day, which only the API knows. */
export function rangeOf(when: When): DateRange | null {
  if ('range' in when) return when.range
  return 'day' in when ? { days: { from: when.day, to: when.day } } : null
}
