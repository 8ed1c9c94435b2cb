import type { Instant } from '@daily-papers/papers/paper.ts'
import type { Page, PageRequest } from '@daily-papers/store/page.ts'
import type { Ordered, PaperOrder } from '@daily-papers/store/questions.ts'
import type { PaperFilter } from '../answer/filter.ts'
import { papersBy } from '../answer/lists.ts'
import { coauthorsOf, type Similar, similarTo } from '../answer/neighbours.ts'
import { type NamedCount, type PaperSet, paperSetOf } from '../answer/paper-set.ts'
import { type Extent, extentOf } from '../answer/timeline.ts'
import { type Trend, type TrendRequest, trendsOf } from '../answer/trends.ts'
import { readSearch, type Search, type SearchKind } from '../search/search.ts'
import type { Database } from '../sql/database.ts'

/** What can be asked of a snapshot. Papers are arXiv identifiers; names are keys, as the table normalises them. */
export interface SnapshotQuestions {
  /** When the builder began to read the table. */
  builtAt: Instant
  /** The first and the last day that have papers; null when there are none. */
  extent(): Extent | null
  /** One page of the papers of a filter, at the positions that the table's own lists have. */
  paperList(filter: PaperFilter, order: Ordered<PaperOrder>, request: PageRequest): Page<string>
  /** The papers of a filter, to be counted. */
  paperSet(filter: PaperFilter): PaperSet
  /** Reads any text as a search and counts what it finds. The filter applies to papers only. */
  search(kind: SearchKind, text: string, filter: PaperFilter): Search
  trends(request: TrendRequest): Trend[]
  /** Authors who share papers with an author, most papers first. */
  coauthors(key: string, limit: number): NamedCount[]
  similar(id: string, limit: number): Similar[]
}

export const questionsOf = (database: Database, builtAt: Instant): SnapshotQuestions => ({
  builtAt,
  extent: () => extentOf(database),
  paperList: (...question) => papersBy(database, ...question),
  paperSet: filter => paperSetOf(database, filter),
  search: (...question) => readSearch(database, ...question),
  trends: request => trendsOf(database, request),
  coauthors: (...question) => coauthorsOf(database, ...question),
  similar: (...question) => similarTo(database, ...question),
})
