import type { Day, Instant } from '@daily-papers/papers/paper.ts'
import type { DayRecord } from '../../items/day-item.ts'
import type { DayReading } from '../../items/reading.ts'
import { readingsSince } from '../../items/runs.ts'
import type { Table } from '../../table/table.ts'
import { readDays, settles } from './plan-days.ts'

/**
 * `unchanged`: nothing to write. `changed`: it differs from the stored state. `settled`: it agrees, and completes the
 * day. `older`: a newer reading is known, and only what that lacked can be new.
 */
export type DayVerdict = 'unchanged' | 'changed' | 'settled' | 'older'

export interface Judged {
  verdict: DayVerdict
  hash: string
  record: DayRecord | undefined
  /** The newest reading of the day known, this one included. */
  newestReadAt: Instant
  /** The first reading of the day known after this one; null when this is the newest. */
  nextReadAt: Instant | null
}

/** A reading with its hash, which is computed once. */
export type HashedReading = DayReading & { hash: string }

/** The verdict on each reading. 2 requests for up to 100 days. */
export async function judge(table: Table, readings: readonly HashedReading[]): Promise<Map<Day, Judged>> {
  const oldest = readings.reduce((min, { readAt }) => (readAt < min ? readAt : min), '~')
  const [records, known] = await Promise.all([
    readDays(
      table,
      readings.map(({ day }) => day),
    ),
    readingsSince(table, oldest),
  ])
  return new Map(
    readings.map(reading => {
      const { day, readAt, hash } = reading
      const record = records.get(day)
      const others = [...(known.get(day) ?? []), ...(record ? [record.readAt] : [])]
      const later = others.filter(other => other > readAt).sort()
      const newestReadAt = later.at(-1) ?? readAt
      const verdict = verdictOn(reading, record, later.length > 0)
      return [day, { verdict, hash, record, newestReadAt, nextReadAt: later[0] ?? null }]
    }),
  )
}

function verdictOn(reading: HashedReading, record: DayRecord | undefined, isOlder: boolean): DayVerdict {
  // An empty reading proves nothing. It deletes nothing, and the day may fill later.
  if (reading.entries.length === 0) return 'unchanged'
  if (isOlder) return 'older'
  if (record?.hash !== reading.hash) return 'changed'
  return !record.settled && settles(reading.day, record.filledAt, reading.readAt) ? 'settled' : 'unchanged'
}
