import { REFRESHED_DAYS } from '@daily-papers/papers/days.ts'
import type { Day, Instant } from '@daily-papers/papers/paper.ts'
import { type DayItem, type DayRecord, dayItem, dayRecordOf, sortRanks } from '../items/day-item.ts'
import { dayKey } from '../keys.ts'
import { getItems, type Table, type Write } from '../requests.ts'
import { ITEM_VERSION } from '../table.ts'
import type { PaperPlan } from './plan-papers.ts'

const HOUR_MS = 3_600_000
/** A day is settled once a reading this long after it last gained a paper agrees. */
export const SETTLE_MS = 6 * HOUR_MS

/** What a reading says of its day as a whole. */
export interface DayNews {
  hash: string
  ids: ReadonlySet<string>
  readAt: Instant
  /** The newest reading known, this one included. */
  newestReadAt: Instant
  /** A reading older than one already known adds what it alone has seen, and changes nothing else. */
  older: boolean
}

/** Whether a day whose last paper came at `filledAt` is settled by a reading at `readAt`; a day too old to be read again is by any. */
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

export interface DayPlan {
  day: Day
  existed: boolean
  writes: Write[]
}

/** Days with the papers of `papers` in their new places, and with what `news` says of each. */
export function planDays(
  records: ReadonlyMap<Day, DayRecord>,
  papers: readonly PaperPlan[],
  news: ReadonlyMap<Day, DayNews>,
): DayPlan[] {
  const days = new Set([...news.keys(), ...papers.flatMap(paper => [...paper.ranks.keys()])])
  return [...days].sort().flatMap(day => {
    const plan = planDay(day, records.get(day), papers, news.get(day))
    return plan ? [plan] : []
  })
}

function planDay(
  day: Day,
  known: DayRecord | undefined,
  papers: readonly PaperPlan[],
  news: DayNews | undefined,
): DayPlan | null {
  const ranks = new Map((known?.ranks ?? []).map(rank => [rank.id, rank]))
  const size = ranks.size
  for (const paper of papers) {
    const rank = paper.ranks.get(day)
    if (rank) ranks.set(rank.id, rank)
  }
  if (ranks.size === 0) return null
  const current = known?.v === ITEM_VERSION
  if (!news && current && JSON.stringify(sortRanks(ranks.values())) === JSON.stringify(known.ranks))
    return null
  const at = news?.readAt ?? known?.readAt ?? latest(papers, day)
  const filledAt = ranks.size > size && !(known && at < known.filledAt) ? at : (known?.filledAt ?? at)
  const older = news?.older ?? false
  const record: DayRecord = {
    v: ITEM_VERSION,
    day,
    ranks: sortRanks(ranks.values()),
    hash: news && !older ? news.hash : (known?.hash ?? ''),
    gone: !news
      ? (known?.gone ?? [])
      : older
        ? [...ranks.keys()]
            .filter(id => known?.gone.includes(id) || !known?.ranks.some(rank => rank.id === id))
            .sort()
        : [...ranks.keys()].filter(id => !news.ids.has(id)).sort(),
    readAt: known && at < known.readAt ? known.readAt : at,
    filledAt,
    settled: news
      ? settles(day, filledAt, news.newestReadAt)
      : ranks.size === size && (known?.settled ?? false),
  }
  return { day, existed: known !== undefined, writes: [{ put: dayItem(record) }] }
}

/** When a reading last changed any of the day's papers. */
const latest = (papers: readonly PaperPlan[], day: Day): Instant =>
  papers.map(paper => paper.at.get(day) ?? '').reduce((a, b) => (a > b ? a : b), '')
