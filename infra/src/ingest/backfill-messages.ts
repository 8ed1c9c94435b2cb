import { daysOfRange } from '@daily-papers/ingest/day-range.ts'

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
 * @throws Error that names the flag when there are no such days
 */
export function backfillMessages(from: string, to: string, today: string): DayMessage[][] {
  const messages = daysOfRange(from, to, today)
    .reverse()
    .map(day => ({ Id: day, MessageBody: JSON.stringify({ day }) }))
  return Array.from({ length: Math.ceil(messages.length / BATCH) }, (_, i) =>
    messages.slice(i * BATCH, (i + 1) * BATCH),
  )
}
