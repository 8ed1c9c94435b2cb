import type { FeedDay } from '@daily-papers/papers/entity.ts'
import type { Day, Instant } from '@daily-papers/papers/paper.ts'
import { dayKey, type Key } from '../table/keys.ts'
import { ITEM_VERSION } from '../table/table-definition.ts'
import { type Packed, pack, unpack } from './pack.ts'

/** A paper's ranks on a day. A range of days is ranked from these, without reading papers. */
export interface Rank {
  id: string
  upvotes: number | null
  publishedAt: Instant
  /** The previous day that featured the paper. Null on its first day. */
  before: Day | null
  /** The next day that featured the paper. Null on its latest day. */
  after: Day | null
}

/** What is known of a day. */
export interface DayRecord {
  /** The version of the item that it was read from. */
  v: number
  day: Day
  /** Most upvotes first, ties by id descending. */
  ranks: Rank[]
  /** Hash of the newest reading; empty when a crash left the day in doubt. */
  hash: string
  /** Papers that the newest reading of the day no longer shows, each with the first reading that lacked it. */
  gone: ReadonlyMap<string, Instant>
  /** When the newest reading that changed anything was read. */
  readAt: Instant
  /** When the day last gained a paper. */
  filledAt: Instant
  settled: boolean
}

export interface DayItem extends Key {
  v: number
  count: number
  first: number
  ranks: Packed
  hash: string
  gone?: Record<string, Instant>
  at: Instant
  filledAt: Instant
  settled?: true
}

type RankTuple = [id: string, upvotes: number | null, publishedAt: Instant, before?: Day | null, after?: Day]

const byRank = (a: Rank, b: Rank): number =>
  (b.upvotes ?? -1) - (a.upvotes ?? -1) || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0)

export const sortRanks = (ranks: Iterable<Rank>): Rank[] => [...ranks].sort(byRank)

export function dayItem(record: DayRecord): DayItem {
  const tuples = record.ranks.map(
    ({ id, upvotes, publishedAt, before, after }): RankTuple =>
      after
        ? [id, upvotes, publishedAt, before, after]
        : before
          ? [id, upvotes, publishedAt, before]
          : [id, upvotes, publishedAt],
  )
  return {
    ...dayKey(record.day),
    v: ITEM_VERSION,
    count: record.ranks.length,
    first: record.ranks.filter(rank => rank.before === null).length,
    ranks: pack(tuples),
    hash: record.hash,
    ...(record.gone.size ? { gone: Object.fromEntries([...record.gone].sort()) } : {}),
    at: record.readAt,
    filledAt: record.filledAt,
    ...(record.settled ? { settled: true } : {}),
  }
}

export const ranksOf = (item: Pick<DayItem, 'ranks'>): Rank[] =>
  unpack<RankTuple[]>(item.ranks).map(([id, upvotes, publishedAt, before = null, after = null]) => ({
    id,
    upvotes,
    publishedAt,
    before,
    after,
  }))

export const dayRecordOf = (item: DayItem): DayRecord => ({
  v: item.v,
  day: item.sk,
  ranks: ranksOf(item),
  hash: item.hash,
  gone: new Map(Object.entries(item.gone ?? {})),
  readAt: item.at,
  filledAt: item.filledAt,
  settled: item.settled ?? false,
})

export const feedDayOf = (item: DayItem): FeedDay => ({
  date: item.sk,
  paperCount: item.count,
  firstCount: item.first,
  state: item.settled ? 'settled' : 'open',
  changedAt: item.at,
})
