import { addDays, dayOf, daysOfMonth, daysOfWeek } from '@daily-papers/papers/days.ts'
import type { DayRange } from '@daily-papers/store/questions.ts'
import { builder } from '../builder.ts'
import { badInput, quoted } from '../errors.ts'

const MOST_LAST_DAYS = 10_000

const DaySpan = builder.inputType('DaySpan', {
  description: 'Days from `from` to `to`, both included and both optional.',
  fields: t => ({
    from: t.field({ type: 'Date', description: 'First day. Default: no limit.' }),
    to: t.field({ type: 'Date', description: 'Last day. Default: no limit.' }),
  }),
})

export const DateRangeInput = builder.inputType('DateRange', {
  isOneOf: true,
  description: 'A range of days in UTC. Set exactly one field.',
  fields: t => ({
    days: t.field({ type: DaySpan, description: 'From one day to another.' }),
    week: t.string({ description: 'An ISO 8601 week from Monday to Sunday, for example `2026-W53`.' }),
    month: t.string({ description: 'A month, for example `2024-03`.' }),
    lastDays: t.int({
      description: `Number of days, today and weekends included: 1 to ${MOST_LAST_DAYS}. The range moves at midnight UTC.`,
    }),
  }),
})

/** The input `DateRange`. The schema ensures that exactly one field is set. */
export type DateRange = typeof DateRangeInput.$inferInput

/**
 * The days of a range.
 * @throws GraphQLError BAD_USER_INPUT
 */
export function rangeOf({ days, week, month, lastDays }: DateRange, now: () => number): DayRange {
  if (typeof lastDays === 'number') {
    if (lastDays < 1 || lastDays > MOST_LAST_DAYS) {
      throw badInput(`\`lastDays\` is ${lastDays}: write a number from 1 to ${MOST_LAST_DAYS}.`)
    }
    const today = dayOf(now())
    return { from: addDays(today, 1 - lastDays), to: today, slides: true }
  }
  if (typeof week === 'string') {
    const found = daysOfWeek(week)
    if (!found)
      throw badInput(`\`week\` is ${quoted(week)}: write an ISO week that exists, for example 2026-W53.`)
    return { from: found.first, to: found.last }
  }
  if (typeof month === 'string') {
    const found = daysOfMonth(month)
    if (!found)
      throw badInput(`\`month\` is ${quoted(month)}: write a month that exists, for example 2024-03.`)
    return { from: found.first, to: found.last }
  }
  const range = { from: days?.from ?? null, to: days?.to ?? null }
  if (range.from !== null && range.to !== null && range.from > range.to) {
    throw badInput(`\`days.from\` (${range.from}) is after \`days.to\` (${range.to}): swap them.`)
  }
  return range
}
