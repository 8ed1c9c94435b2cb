import { addDays, daysOfMonth, daysOfWeek, weekOf } from '@daily-papers/papers/days.ts'
import type { Day } from '@daily-papers/papers/paper.ts'
import type { Database } from '../sql/database.ts'
import { firstAndLastDay, papersByDay } from '../sql/trends.ts'
import { type Conditions, conditionsOf } from './filter.ts'
import { missingDays } from './missing-days.ts'

/** Periods in UTC: a calendar day, an ISO week from Monday to Sunday, a calendar month. */
export type Bucket = 'day' | 'week' | 'month'

/** Days from the first to the last, both included. */
export interface Extent {
  first: Day
  last: Day
}

/** The period that a day is in. */
export function bucketOf(day: Day, by: Bucket): Extent {
  if (by === 'day') return { first: day, last: day }
  const found = by === 'week' ? daysOfWeek(weekOf(day)) : daysOfMonth(day.slice(0, 7))
  if (!found) throw new RangeError(`${day} is in no ${by} of the calendar`)
  return found
}

/** Every period with a day from `first` to `last`, ascending. */
export function bucketsFrom(first: Day, last: Day, by: Bucket): Extent[] {
  const all: Extent[] = []
  for (let bucket = bucketOf(first, by); bucket.first <= last; bucket = bucketOf(addDays(bucket.last, 1), by))
    all.push(bucket)
  return all
}

export interface TimelinePoint {
  from: Day
  to: Day
  /** Null when the period has missing days. */
  papers: number | null
  /** Papers that the table has. Too low when days are missing. */
  atLeast: number
  /** All papers of the period, for comparison. Null when it has missing days. */
  allPapers: number | null
  /** Number of weekdays of the period that the table lacks. */
  missingDays: number
}

/** The first and the last day that have papers; null when there are none. */
export function extentOf(database: Database): Extent | null {
  const found = database.one<{ first: Day | null; last: Day | null }>(firstAndLastDay)
  return found?.first && found.last ? { first: found.first, last: found.last } : null
}

/** Number of papers in each period, by their first featured day. Has no gaps between the two days. */
export function timelineOf(
  database: Database,
  conditions: Conditions,
  by: Bucket,
  { first, last }: Extent,
): TimelinePoint[] {
  const countsOf = ({ where, parameters }: Conditions): Map<Day, number> => {
    const rows = database.all<{ day: Day; papers: number }>(papersByDay(where), parameters)
    const counts = new Map<Day, number>()
    for (const { day, papers } of rows) {
      const { first } = bucketOf(day, by)
      counts.set(first, (counts.get(first) ?? 0) + papers)
    }
    return counts
  }
  const [wanted, all] = [countsOf(conditions), countsOf(conditionsOf({}))]
  return bucketsFrom(first, last, by).map(bucket => {
    const missingHere = missingDays(database, bucket)
    const atLeast = wanted.get(bucket.first) ?? 0
    const isKnown = missingHere === 0
    return {
      from: bucket.first,
      to: bucket.last,
      papers: isKnown ? atLeast : null,
      atLeast,
      allPapers: isKnown ? (all.get(bucket.first) ?? 0) : null,
      missingDays: missingHere,
    }
  })
}
