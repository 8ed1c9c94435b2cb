import { dayOf } from '@daily-papers/papers/days.ts'
import type { Day } from '@daily-papers/papers/paper.ts'
import type { ParsedDay } from './parse.ts'

/** The share of unreadable entries, or of entries with an unreadable field, above which the feed must have changed. */
export const UNREADABLE_SHARE = 1 / 5

/**
 * Refuses a day if the feed's format has changed, so that stored data stay.
 * @param count number of entries, unreadable ones included
 * @throws Error naming what has changed
 */
export function refuseChangedFeed({ entries, problems, mistyped }: ParsedDay, count: number, day: Day): void {
  const refuse = (what: string): never => {
    throw new Error(`${what}, so the feed may have changed; nothing of this day was written`)
  }
  // A single damaged entry never loses a day, unless it is the only entry.
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
