import { HOUR_MS } from '@daily-papers/papers/days.ts'
import type { Day } from '@daily-papers/papers/paper.ts'
import type { HubAnswer } from './hub-answer.ts'

/** From the start of a day in UTC until 6 hours after its end, in case the Hub goes by a clock far behind UTC. */
const MAY_BE_CLOSED_MS = (24 + 6) * HOUR_MS
const IS_IN_THE_FUTURE = /"error"\s*:.*\bdate\b.*must be less than or equal to/is

/**
 * Whether the Hub says that a day is not open yet. Until hours into the day, it refuses the date as one in the
 * future. The same answer for an older day, or for one that has not begun, is an error.
 */
export function isNotOpenYet({ status, body }: HubAnswer, day: Day, now: number): boolean {
  const ageMs = now - Date.parse(day)
  return status === 400 && IS_IN_THE_FUTURE.test(body) && ageMs >= 0 && ageMs < MAY_BE_CLOSED_MS
}
