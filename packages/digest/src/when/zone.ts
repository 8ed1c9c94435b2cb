import type { Day, Instant } from './rhythm.ts'

export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone)
  if (known) return known
  const clock = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  clocks.set(timeZone, clock)
  return clock
}

/** Whether there is a time zone of that name. */
export function isTimeZone(name: string): boolean {
  try {
    return /^[A-Za-z]/.test(name) && clockOf(name) !== null
  } catch {
    return false
  }
}

/** What the clock of a zone shows at an instant, as if that were UTC. Milliseconds since 1970. */
function shownAt(ms: number, timeZone: string): number {
  const parts = clockOf(timeZone).formatToParts(ms)
  const part = (type: string) => Number(parts.find(each => each.type === type)?.value)
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
}

/** The day in a time zone. */
export const dayIn = (at: Instant, timeZone: string): Day =>
  new Date(shownAt(Date.parse(at), timeZone)).toISOString().slice(0, 10)

/**
 * The first instant of a day at which a zone's clock shows the hour. Where the clock skips that hour, the instant at
 * which it goes on; where it shows the hour twice, the first time.
 */
export function instantOf(day: Day, hour: number, timeZone: string): Instant {
  const wanted = Date.parse(day) + hour * HOUR_MS
  // Offsets reach from −12 to +14 hours and change at most once around: before the change, and after it.
  const offsets = [-26, 26].map(hours => {
    const near = wanted + hours * HOUR_MS
    return shownAt(near, timeZone) - near
  })
  const guesses = offsets.map(offset => wanted - offset)
  const hits = guesses.filter(guess => shownAt(guess, timeZone) === wanted)
  if (hits.length) return new Date(Math.min(...hits)).toISOString()
  return new Date(firstAfterGap(Math.min(...guesses), Math.max(...guesses), wanted, timeZone)).toISOString()
}

/** The clock jumps over `wanted` between the two guesses: the minute of the jump. */
function firstAfterGap(from: number, to: number, wanted: number, timeZone: string): number {
  let [before, after] = [from, to]
  while (after - before > MINUTE_MS) {
    const middle = Math.floor((before + after) / 2 / MINUTE_MS) * MINUTE_MS
    if (shownAt(middle, timeZone) < wanted) before = middle
    else after = middle
  }
  return after
}
