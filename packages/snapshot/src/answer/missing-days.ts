import { daysFrom, FIRST_DAY, isWeekend } from '@daily-papers/papers/days.ts'
import type { Day } from '@daily-papers/papers/paper.ts'
import type { Database } from '../sql/database.ts'
import { days, emptyDays } from '../sql/trends.ts'

const read = new WeakMap<Database, readonly Day[]>()

/**
 * Missing days: weekdays that were never read, from the feed's first day to the table's latest. Weekends and holidays
 * have no papers.
 */
function allMissing(database: Database): readonly Day[] {
  const before = read.get(database)
  if (before) return before
  const daysOf = (text: string): Day[] => database.all<{ day: Day }>(text).map(({ day }) => day)
  const withPapers = daysOf(days)
  const known = new Set([...withPapers, ...daysOf(emptyDays)])
  const latest = withPapers.at(-1)
  const all = latest === undefined || latest < FIRST_DAY ? [] : daysFrom(FIRST_DAY, latest)
  const missing = all.filter(day => !isWeekend(day) && !known.has(day))
  read.set(database, missing)
  return missing
}

/** Number of missing days in a period. */
export const missingDays = (database: Database, { first, last }: { first: Day; last: Day }): number =>
  allMissing(database).filter(day => day >= first && day <= last).length
