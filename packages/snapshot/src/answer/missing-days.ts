import { daysFrom, FIRST_DAY, isWeekend } from '@daily-papers/papers/days.ts'
import type { Day } from '@daily-papers/papers/paper.ts'
import type { Database } from '../sql/database.ts'
import { days } from '../sql/trends.ts'

const read = new WeakMap<Database, readonly Day[]>()

/**
 * Missing days: weekdays without papers in the table, from the feed's first day to the table's latest. The feed has
 * no papers at weekends.
 */
function allMissing(database: Database): readonly Day[] {
  const before = read.get(database)
  if (before) return before
  const known = new Set(database.all<{ day: Day }>(days).map(({ day }) => day))
  const latest = [...known].at(-1)
  const all = latest === undefined || latest < FIRST_DAY ? [] : daysFrom(FIRST_DAY, latest)
  const missing = all.filter(day => !isWeekend(day) && !known.has(day))
  read.set(database, missing)
  return missing
}

/** Number of missing days in a period. */
export const missingDays = (database: Database, { first, last }: { first: Day; last: Day }): number =>
  allMissing(database).filter(day => day >= first && day <= last).length
