import { HOUR_MS, REFRESHED_DAYS } from '@daily-papers/papers/days.ts'
import type { Day, Instant } from '@daily-papers/papers/paper.ts'
import { type DayItem, type DayRecord, dayItem, dayRecordOf, sortRanks } from '../../items/day-item.ts'
import { dayKey } from '../../table/keys.ts'
import { getItems, type Write } from '../../table/requests.ts'
import type { Table } from '../../table/table.ts'
import { ITEM_VERSION } from '../../table/table-definition.ts'
import type { PaperPlan } from './plan-papers.ts'

/** A day is complete once a reading this long after its last new paper finds no other. */
export const SETTLE_MS = 6 * HOUR_MS

/** A reading's facts about its day. */
export interface NewReading {
  hash: string
  ids: ReadonlySet<string>
  readAt: Instant
  /** The newest reading known, this one included. */
  newestReadAt: Instant
  /** The first known reading after this one. An older reading adds only what it alone has seen. */
  nextReadAt: Instant | null
}

/**
 * Whether a reading at `readAt` completes a day whose last paper came at `filledAt`. Any reading completes a day that is
 * too old to be read again.
 */
export function settles(day: Day, filledAt: Instant, readAt: Instant): boolean {
  const read = Date.parse(readAt)
  const end = Date.parse(`${day}T00:00:00Z`) + 24 * HOUR_MS
  return (
    read >= end && (read - Date.parse(filledAt) >= SETTLE_MS || read >= end + REFRESHED_DAYS * 24 * HOUR_MS)
  )
}

export async function readDays(table: Table, days: readonly Day[]): Promise<Map<Day, DayRecord>> {
  const items = await getItems<DayItem>(table, days.map(dayKey), { consistent: true })
  return new Map(items.filter(item => item !== undefined).map(item => [item.sk, dayRecordOf(item)]))
}

/** The days of some papers, each once. */
export const daysOf = (papers: readonly PaperPlan[]): Day[] => [
  ...new Set(papers.flatMap(({ ranks }) => [...ranks.keys()])),
]

export interface DayPlan {
  day: Day
  existed: boolean
  writes: Write[]
}

/** Days with the papers of `papers` at their new ranks, and with the readings in `newReadings`. */
export function planDays(
  records: ReadonlyMap<Day, DayRecord>,
  papers: readonly PaperPlan[],
  newReadings: ReadonlyMap<Day, NewReading>,
): DayPlan[] {
  const days = new Set([...newReadings.keys(), ...daysOf(papers)])
  return [...days].sort().flatMap(day => {
    const plan = planDay(day, records.get(day), papers, newReadings.get(day))
    return plan ? [plan] : []
  })
}

function planDay(
  day: Day,
  known: DayRecord | undefined,
  papers: readonly PaperPlan[],
  reading: NewReading | undefined,
): DayPlan | null {
  const ranks = new Map((known?.ranks ?? []).map(rank => [rank.id, rank]))
  const size = ranks.size
  for (const paper of papers) {
    const rank = paper.ranks.get(day)
    if (rank) ranks.set(rank.id, rank)
  }
  if (ranks.size === 0) return null
  const older = reading !== undefined && reading.nextReadAt !== null
  const sorted = sortRanks(ranks.values())
  const gone = goneAfter(known, ranks.keys(), reading)
  const same =
    known?.v === ITEM_VERSION &&
    JSON.stringify([sorted, [...gone]]) === JSON.stringify([known.ranks, [...known.gone]])
  if (same && (!reading || older)) return null
  const grew = ranks.size > size
  const at = reading?.readAt ?? (known && !grew ? known.readAt : latest(papers, day))
  const filledAt = grew && !(known && at < known.filledAt) ? at : (known?.filledAt ?? at)
  const record: DayRecord = {
    v: ITEM_VERSION,
    day,
    ranks: sorted,
    hash: reading && !older ? reading.hash : (known?.hash ?? ''),
    gone,
    readAt: known && at < known.readAt ? known.readAt : at,
    filledAt,
    settled: reading ? settles(day, filledAt, reading.newestReadAt) : !grew && (known?.settled ?? false),
  }
  return { day, existed: known !== undefined, writes: [{ put: dayItem(record) }] }
}

/** The day's papers that its newest reading lacks, each with the first reading that lacked it, `reading` included. */
function goneAfter(
  known: DayRecord | undefined,
  ids: Iterable<string>,
  reading: NewReading | undefined,
): ReadonlyMap<string, Instant> {
  const before: ReadonlyMap<string, Instant> = known?.gone ?? new Map()
  if (!reading) return before
  const { readAt, nextReadAt } = reading
  const had = new Set(known?.ranks.map(({ id }) => id))
  const gone = new Map<string, Instant>()
  for (const id of [...ids].sort()) {
    const since = before.get(id)
    if (nextReadAt === null) {
      if (!reading.ids.has(id)) gone.set(id, since ?? readAt)
    } else if (!had.has(id)) gone.set(id, nextReadAt)
    else if (since === undefined) continue
    else if (reading.ids.has(id)) gone.set(id, readAt > since ? nextReadAt : since)
    else gone.set(id, readAt < since && nextReadAt >= since ? readAt : since)
  }
  return gone
}

/** When a reading last changed any of the day's papers. */
const latest = (papers: readonly PaperPlan[], day: Day): Instant =>
  papers.map(paper => paper.at.get(day) ?? '').reduce((a, b) => (a > b ? a : b), '')
