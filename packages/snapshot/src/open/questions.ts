import type { EntityKind } from '@daily-papers/papers/entity.ts'
import type { Instant } from '@daily-papers/papers/paper.ts'
import type { Page, PageRequest } from '@daily-papers/store/page.ts'
import type { Ordered, PaperOrder } from '@daily-papers/store/questions.ts'
import { type PaperFilter, unknownKeys } from '../answer/filter.ts'
import { papersBy } from '../answer/lists.ts'
import { type NamedCount, type PaperSet, paperSetOf } from '../answer/paper-set.ts'
import { type Extent, extentOf } from '../answer/timeline.ts'
import { type Trend, type TrendRequest, trendsOf } from '../answer/trends.ts'
import type { SearchKind } from '../search/kind.ts'
import { meaningOf } from '../search/meaning.ts'
import { coauthorsOf, type Similar, similarTo } from '../search/neighbours.ts'
import { type Search, type SearchRequest, search } from '../search/search.ts'
import { type Suggestion, suggest } from '../search/suggest.ts'
import { vocabularyOf } from '../search/vocabulary.ts'
import type { Database } from '../sql/database.ts'

/**
 * The questions that a snapshot answers. Papers are arXiv identifiers. Names are keys, as the table normalises them.
 */
export interface SnapshotQuestions {
  /** When the builder began to read the table. */
  builtAt: Instant
  /** The first and the last day that have papers; null when there are none. */
  extent(): Extent | null
  /** One page of the papers of a filter. Positions are those of the table's own lists. */
  paperList(filter: PaperFilter, order: Ordered<PaperOrder>, request: PageRequest): Page<string>
  /** The keys that nothing in the snapshot has. */
  unknownKeys(kind: EntityKind, keys: readonly string[]): string[]
  /** The papers of a filter, with what can be counted about them. */
  paperSet(filter: PaperFilter): PaperSet
  /** Parses any text as a search, and counts the results. */
  search(request: SearchRequest): Search
  /** Completions of a text, at most so many. */
  suggest(text: string, among: readonly SearchKind[], limit: number): Suggestion[]
  trends(request: TrendRequest): Trend[]
  /** Authors who share papers with an author, most papers first. */
  coauthors(key: string, limit: number): NamedCount[]
  /** The papers closest in meaning to a paper. */
  similar(id: string, limit: number): Similar[]
}

export function questionsOf(database: Database, builtAt: Instant): SnapshotQuestions {
  const meaning = meaningOf(database)
  const parts = { database, meaning, vocabulary: vocabularyOf(database) }
  return {
    builtAt,
    extent: () => extentOf(database),
    paperList: (...question) => papersBy(database, ...question),
    unknownKeys: (...question) => unknownKeys(database, ...question),
    paperSet: filter => paperSetOf(database, filter),
    search: request => search(parts, request),
    suggest: (...question) => suggest(database, ...question),
    trends: request => trendsOf(database, request),
    coauthors: (...question) => coauthorsOf(database, ...question),
    similar: (...question) => similarTo(database, meaning, ...question),
  }
}
