import { daysFrom, isDay } from '@daily-papers/papers/days.ts'

interface DayMessage {
  /** Unique within its batch, as SQS wants. */
  Id: string
  MessageBody: string
}

/** The most messages that SQS takes at once. */
const BATCH = 10

/**
 * The messages of a backfill, one for each day from `from` to `to`, newest first, as readers look for what is recent first.
 * Days are `YYYY-MM-DD` in UTC.
 * @throws Error when one of them is no day, or `from` is after `to`
 */
export function backfillMessages(from: string, to: string): DayMessage[][] {
  for (const day of [from, to]) if (!isDay(day)) throw new Error(`"${day}" is not a day like 2023-05-04`)
  if (from > to) throw new Error(`--from ${from} is after --to ${to}`)
  const messages = daysFrom(from, to)
    .reverse()
    .map(day => ({ Id: day, MessageBody: JSON.stringify({ day }) }))
  return Array.from({ length: Math.ceil(messages.length / BATCH) }, (_, i) =>
    messages.slice(i * BATCH, (i + 1) * BATCH),
  )
}
