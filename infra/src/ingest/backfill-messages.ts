import { daysOfRange } from '@daily-papers/ingest/day-range.ts'

interface DayMessage {
  /** Unique within its batch, as SQS requires. */
  Id: string
  MessageBody: string
}

/** The most messages in one SQS batch. */
const BATCH = 10

/**
 * The messages of a backfill in batches: one per day from `from` to `to`, newest first. Days are `YYYY-MM-DD` in UTC.
 * @throws Error that names the flag when the range is wrong
 */
export function backfillMessages(from: string, to: string, today: string): DayMessage[][] {
  const messages = daysOfRange(from, to, today)
    .reverse()
    .map(day => ({ Id: day, MessageBody: JSON.stringify({ day }) }))
  return Array.from({ length: Math.ceil(messages.length / BATCH) }, (_, i) =>
    messages.slice(i * BATCH, (i + 1) * BATCH),
  )
}
