import type { FeedDay } from '@daily-papers/papers/entity.ts'
import type { Day, Instant } from '@daily-papers/papers/paper.ts'
import { dayKey, type Key } from '../table/keys.ts'
import { ITEM_VERSION } from '../table/table.ts'
import { type Packed, pack, unpack } from './pack.ts'

/** One paper of a day, with all that orders it: a range of days is ranked from these without reading a paper. */
export interface Rank {
  id: string
  upvotes: number | null
  publishedAt: Instant
  /** The day the paper was featured on last before this one; null when this day is its first. */
  before: Day | null
  /** The day it was featured on next after this one; null when this day is its latest. */
  after: Day | null
}

/** What is known of a day. */
export interface DayRecord {
  /** The form of the item it was read from. */
  v: number
  day: Day
  /** Most upvotes first, ties by id descending. */
  ranks: Rank[]
  /** Hash of the newest reading; empty when a crash left the day in doubt. */
  hash: string
  /** Papers of the day that the newest reading did not show any more: the first reading from which on none did. */
  gone: ReadonlyMap<string, Instant>
  /** When the newest reading that changed anything was made. */
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
