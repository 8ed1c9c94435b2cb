import { dayOf } from '@daily-papers/papers/days.ts'
import type { Day } from '@daily-papers/papers/paper.ts'
import type { ParsedDay } from './parse.ts'

/** A larger share of entries that cannot be read, or of which a field cannot be read, means that the feed has changed. */
export const UNREADABLE_SHARE = 1 / 5

/**
 * Refuses a day whose answer looks like another feed than the one known, so that what is stored stays.
 * @param count the entries of the answer, those that could not be read included
 * @throws Error naming what has changed
 */
export function refuseChangedFeed({ entries, problems, mistyped }: ParsedDay, count: number, day: Day): void {
  const refuse = (what: string): never => {
    throw new Error(`${what}, so the feed may have changed; nothing of this day was written`)
  }
  // A single damaged entry never loses a day, however small the day is, unless it is all that came.
  const lost = entries.length === 0 || problems.length > 1
  const most = count * UNREADABLE_SHARE
  if (lost && problems.length > most)
    refuse(
      `${problems.length} of ${count} entries of ${day} cannot be read (the first: ${problems[0]?.problem})`,
    )
  for (const [field, times] of mistyped)
    if (times > 1 && times > most)
      refuse(`${field} of ${times} of ${count} entries of ${day} is of another type than it was`)
  const dated = entries.flatMap(({ entry }) => entry.featuring.submittedAt ?? [])
  const others = dated.filter(instant => dayOf(instant) !== day)
  if (others.length > dated.length / 2)
    refuse(`${others.length} of ${count} entries of ${day} are of another day (the first: ${others[0]})`)
}
