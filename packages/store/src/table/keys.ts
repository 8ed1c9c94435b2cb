import type { EntityKind, SpelledKind } from '@daily-papers/papers/entity.ts'
import type { Day, Instant } from '@daily-papers/papers/paper.ts'
import { heat } from '@daily-papers/papers/trending.ts'

/** Every key string of the table is made here, and nowhere else. `keys.test.ts` shows an example of each. */
export type Key = { pk: string; sk: string }

/** One text for each key, to compare keys by. */
export const keyText = ({ pk, sk }: Key): string => `${pk}\n${sk}`

/** The value of `list`, the partition of the indexes. */
export type ListName = 'P' | 'A' | 'K' | 'O' | 'U'

/** The whole partition of an index or a list is one key: good for ~330 new papers/s, see decision 0001 for the shards beyond. */
export const PAPERS: ListName = 'P'
export const FEATURED = 'F'
export const DAYS = 'D'
/** Weekdays without papers. */
export const EMPTY = 'EMPTY'
export const RUNS = 'R'
export const CHANGES = 'C'
export const FORGOTTEN = 'FORGOTTEN'

const lists = { author: 'A', keyword: 'K', organization: 'O', account: 'U' } as const satisfies Record<
  EntityKind,
  ListName
>

export const entityList = (kind: EntityKind): ListName => lists[kind]

export const paperKey = (id: string): Key => ({ pk: `P#${id}`, sk: 'P' })
export const rawKey = (id: string, day: Day): Key => ({ pk: `P#${id}`, sk: `RAW#${day}` })
export const HISTORY = 'HISTORY'
export const historyKey = (id: string): Key => ({ pk: `P#${id}`, sk: HISTORY })
/** The paper of any item in a paper's partition. */
export const paperOfKey = ({ pk }: Key): string => pk.slice('P#'.length)
/** What links a paper: its models, datasets and Spaces. */
export const artefactsKey = (id: string): Key => ({ pk: `P#${id}`, sk: 'ARTEFACTS' })
/** A paper on a day. The partition is the global list by day; a day is a range of it. */
export const featuringKey = (day: Day, id: string): Key => ({ pk: FEATURED, sk: featuredSort(day, id) })
export const dayKey = (day: Day): Key => ({ pk: DAYS, sk: day })
export const emptyDayKey = (day: Day): Key => ({ pk: EMPTY, sk: day })
export const entityKey = (kind: EntityKind, key: string): Key => ({ pk: lists[kind], sk: key })
/** Where an entity's papers stand once they outgrow its own item: one item a month. */
export const monthKey = (kind: EntityKind, key: string, month: string): Key => ({
  pk: monthsPartition(kind, key),
  sk: month,
})
export const monthsPartition = (kind: EntityKind, key: string): string => `${lists[kind]}#${key}`
export const totalsKey: Key = { pk: 'TOTALS', sk: '.' }
/** The names that papers print in several spellings, one item for each kind. */
export const SPELLINGS = 'SPELLINGS'
export const spellingsKey = (kind: SpelledKind): Key => ({ pk: SPELLINGS, sk: lists[kind] })
/** The points of the last week, of all papers that moved in it. */
export const risingKey: Key = { pk: 'RISING', sk: '.' }
/** What the last steps wrote. */
export const stepsKey: Key = { pk: 'STEPS', sk: '.' }
export const leaseKey: Key = { pk: 'LEASE', sk: '.' }
export const forgottenKey = (who: string): Key => ({ pk: FORGOTTEN, sk: who })
/** Whether an item is derived from entities: an entity, one of its months, or the spellings of their names. */
export const isEntityKey = ({ pk }: Key): boolean => /^[AKOU](#|$)/.test(pk) || pk === SPELLINGS
/** Runs are sorted by the newest reading they made, so that an older reading finds the newer ones after it. */
export const runKey = (newestReadAt: Instant, startedAt: Instant): Key => ({
  pk: RUNS,
  sk: `${newestReadAt}#${startedAt}`,
})

/** What one step found changed; steps are ordered by their stamps. */
export const changesKey = (stamp: Instant): Key => ({ pk: CHANGES, sk: stamp })

/** Sorts after every string that starts with `prefix`. */
export const afterPrefix = (prefix: string): string => `${prefix}\u{10FFFF}`

export const featuredSort = (day: Day, id: string): string => `${day}#${id}`
/** Where a row of the featured papers stands. */
export const featuredPlace = (sort: string): { day: Day; id: string } => ({
  day: sort.slice(0, 10),
  id: sort.slice(11),
})
export const publishedSort = (at: Instant, id: string): string => `${at}#${id}`
/** A count of upvotes, comments or stars; unknown sorts below zero. */
export const counterSort = (count: number | null, id: string): string =>
  `${count === null ? '-------' : String(count).padStart(7, '0')}#${id}`
export const trendingSort = (votes: number | null, featuredOn: Day, id: string): string =>
  `${heat(votes, featuredOn).toFixed(6).padStart(14, '0')}#${id}`
export const gainSort = (gained: number, id: string): string => `${String(gained).padStart(7, '0')}#${id}`
export const countSort = (papers: number, key: string): string => `${String(papers).padStart(7, '0')}#${key}`

/** The unique tie-break that ends a sort string: what follows its first `#`. */
export const tieOf = (sort: string): string => sort.slice(sort.indexOf('#') + 1)
