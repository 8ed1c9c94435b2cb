import { daysFrom, FIRST_DAY, isDay } from '@daily-papers/papers/days.ts'
import type { Day } from '@daily-papers/papers/paper.ts'

/**
 * The days from `--from` to `--to`, both included, oldest first.
 * @param today the last day that the Hub has; null for recorded days, which may be any
 * @throws Error naming the flag and what to write instead
 */
export function daysOfRange(from: string, to: string, today: Day | null): Day[] {
  checkDay('--from', from)
  checkDay('--to', to)
  if (from > to)
    throw new Error(`the first day, ${from}, is after the last, ${to}: --from takes the earlier one`)
  if (today !== null && to > today)
    throw new Error(`${to} is in the future: the last day that you can load is ${today}, today in UTC`)
  if (today !== null && from < FIRST_DAY)
    throw new Error(`${from} is before the feed began: the first day that you can load is ${FIRST_DAY}`)
  return daysFrom(from, to)
}

/** @throws Error naming the flag when its value is not a day */
export function checkDay(flag: string, day: string): asserts day is Day {
  if (!isDay(day)) throw new Error(`${flag} takes a day of the calendar as YYYY-MM-DD, not "${day}"`)
}
