import { addDays, daysOfMonth, daysOfWeek, weekOf } from '@daily-papers/papers/days.ts'
import type { Day } from '@daily-papers/papers/paper.ts'

/** Stretches of time in UTC: a calendar day, an ISO week from Monday to Sunday, a calendar month. */
export type Bucket = 'day' | 'week' | 'month'

interface Stretch {
  first: Day
  last: Day
}

/** The stretch that a day is in. */
export function bucketOf(day: Day, by: Bucket): Stretch {
  if (by === 'day') return { first: day, last: day }
  const found = by === 'week' ? daysOfWeek(weekOf(day)) : daysOfMonth(day.slice(0, 7))
  if (!found) throw new RangeError(`${day} is in no ${by} of the calendar`)
  return found
}

/** Every stretch that has a day from `first` to `last`, ascending. */
export function bucketsFrom(first: Day, last: Day, by: Bucket): Stretch[] {
  const all: Stretch[] = []
  for (let bucket = bucketOf(first, by); bucket.first <= last; bucket = bucketOf(addDays(bucket.last, 1), by))
    all.push(bucket)
  return all
}
