import { type Emitted, emittedBy, emittedByEither } from '@daily-papers/papers/change.ts'
import type { Counters, Day, Description, Featuring, Instant, Paper } from '@daily-papers/papers/paper.ts'
import {
  counterSort,
  featuringKey,
  type Key,
  type ListName,
  PAPERS,
  paperKey,
  publishedSort,
  trendingSort,
} from '../table/keys.ts'
import { ITEM_VERSION } from '../table/table-definition.ts'
import { recentDocument } from './document-cache.ts'
import { type Packed, unpackText } from './pack.ts'

/** A paper's description and days, without its counters. It seldom changes, so it is compressed. */
export interface PaperDocument extends Description {
  featurings: Paper['featurings']
}

interface Shown extends Key {
  v: number
  doc: Packed
  votes?: number
  comments?: number
  stars?: number
  /** When a reading last changed it. */
  at: Instant
}

/** The paper, as on its latest day. It is in the three global lists. */
export interface PaperItem extends Shown {
  list: ListName
  byPublished: string
  byUpvotes: string
  byTrending: string
  /** Votes or code that already made an event but that the paper no longer has. */
  passed?: number
  coded?: true
}

/** The featuring: the paper as on one day. */
export interface FeaturingItem extends Shown {
  /** Hash of the raw entry stored beside it. */
  raw: string
}

/** A document as JSON: two documents are equal when their texts are. */
export const documentText = ({ featurings, ...description }: PaperDocument): string =>
  JSON.stringify({ ...description, featurings })

const counted = ({ upvotes, comments, githubStars }: Counters) => ({
  ...(upvotes === null ? {} : { votes: upvotes }),
  ...(comments === null ? {} : { comments }),
  ...(githubStars === null ? {} : { stars: githubStars }),
})

/** The events of a paper up to now. */
export const emittedOf = (item: PaperItem, { code }: PaperDocument): Emitted =>
  emittedByEither({ passed: item.passed ?? 0, coded: item.coded ?? false }, emittedBy(countersOf(item), code))

export function paperItem(
  document: PaperDocument,
  counters: Counters,
  doc: Packed,
  at: Instant,
  emitted: Emitted,
): PaperItem {
  const { id, publishedAt, featurings } = document
  const byItself = emittedBy(counters, document.code)
  return {
    ...paperKey(id),
    v: ITEM_VERSION,
    doc,
    ...counted(counters),
    at,
    list: PAPERS,
    byPublished: publishedSort(publishedAt, id),
    byUpvotes: counterSort(counters.upvotes, id),
    byTrending: trendingSort(counters.upvotes, featurings[0].day, id),
    ...(emitted.passed > byItself.passed ? { passed: emitted.passed } : {}),
    ...(emitted.coded && !byItself.coded ? { coded: true as const } : {}),
  }
}

export const featuringItem = (
  day: Day,
  id: string,
  counters: Counters,
  doc: Packed,
  raw: string,
  at: Instant,
): FeaturingItem => ({ ...featuringKey(day, id), v: ITEM_VERSION, doc, ...counted(counters), at, raw })

export const countersOf = (item: Shown): Counters => ({
  upvotes: item.votes ?? null,
  comments: item.comments ?? null,
  githubStars: item.stars ?? null,
})

export const documentOf = (item: Shown): PaperDocument => JSON.parse(unpackText(item.doc)) as PaperDocument
export const documentTextOf = (item: Shown): string => unpackText(item.doc)

/** The paper as `day` shows it, or as its latest day does. */
export function paperOf(item: Shown, day?: Day): Paper {
  const document = recentDocument<PaperDocument>(item)
  const { featurings } = document
  const shown = featurings.find(featuring => featuring.day === day) ?? featurings.at(-1)
  return {
    ...document,
    ...countersOf(item),
    featuredOn: featurings[0].day,
    submitter: shown?.submitter ?? null,
    authorParticipates: shown?.authorParticipates ?? null,
    updatedAt: item.at,
  }
}

/** The previous day that featured the paper. Null if `day` is its first. */
export const featuredBefore = (featurings: readonly Featuring[], day: Day): Day | null =>
  featurings.findLast(featuring => featuring.day < day)?.day ?? null

/** The next day that featured the paper. Null if `day` is its latest. */
export const featuredAfter = (featurings: readonly Featuring[], day: Day): Day | null =>
  featurings.find(featuring => featuring.day > day)?.day ?? null
