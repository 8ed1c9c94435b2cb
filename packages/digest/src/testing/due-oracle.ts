import type { Instant, Rhythm } from '../when/rhythm.ts'
import { DAY_MS, MINUTE_MS } from '../when/zone.ts'

const QUARTER_MS = 15 * MINUTE_MS

/**
 * The instants at which mails are due, found by looking at a clock of the zone every quarter of an hour: the first look of
 * each day at which it shows the hour or a later one.
 */
export function dueByLooking({ every, hour, timeZone }: Rhythm, from: number, to: number): Instant[] {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    hourCycle: 'h23',
  })
  const due: Instant[] = []
  const seen = new Set<string>()
  // On full quarters, and begun a day in advance, so that the first day is seen from its beginning.
  for (let at = Math.floor(from / DAY_MS - 1) * DAY_MS; at <= to; at += QUARTER_MS) {
    const parts = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value]))
    const day = `${parts.year}-${parts.month}-${parts.day}`
    if (Number(parts.hour) < hour || seen.has(day)) continue
    seen.add(day)
    if (at > from && (every === 'DAY' || parts.weekday === 'Mon')) due.push(new Date(at).toISOString())
  }
  return due
}
