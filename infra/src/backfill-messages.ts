import { daysBefore } from '@daily-papers/ingest/schedule.ts'

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
  const batches: DayMessage[][] = []
  for (let day = to, batch: DayMessage[] = []; day >= from; day = daysBefore(day, 1)) {
    if (batch.length === 0) batches.push(batch)
    batch.push({ Id: day, MessageBody: JSON.stringify({ day }) })
    if (batch.length === BATCH) batch = []
  }
  return batches
}

const isDay = (text: string): boolean =>
  !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().slice(0, 10) === text
