import type { Page, PageRequest } from '@daily-papers/store/page.ts'
import type { PaperFilter } from '../answer/filter.ts'
import { type Facets, facetsOf } from '../answer/paper-set.ts'
import { keysOfNumbers } from '../sql/search.ts'
import type { SearchOrder } from './all-words.ts'
import { type Highlight, type HighlightOptions, highlightsIn } from './highlights.ts'
import type { NameKind, SearchKind } from './kind.ts'
import { findNames } from './name-search.ts'
import { pageByPlace } from './page.ts'
import { findPapers, type Reason, type SearchParts } from './paper-search.ts'

export type { SearchKind } from './kind.ts'

/** A result: its arXiv identifier or key, and its number in this file. */
export interface Hit {
  key: string
  number: number
  reason: Reason
  hasAllWords: boolean
}

export interface SearchRequest {
  kind: SearchKind
  text: string
  /** For papers only. */
  filter?: PaperFilter
  /** For papers only; by default `relevance`. */
  order?: SearchOrder
}

/** A parsed search with its counts. */
export interface Search {
  /** Number of results with all words. */
  total: number
  /** The query with its misspelled words replaced, which is what was searched. Null when nothing was replaced. */
  correctedText: string | null
  /** Counts over the papers with all words. Null when names are searched. */
  facets: Facets | null
  /** One page, best first: results with all words, then the closest others. */
  page(request: PageRequest): Page<Hit>
  /** Texts of a result with the matched words. */
  highlights(hit: Hit, options?: HighlightOptions): Highlight[]
}

/** Parses any text as a search. Never fails. */
export function search(parts: SearchParts, request: SearchRequest): Search {
  return request.kind === 'paper'
    ? searchPapers(parts, request)
    : searchNames(parts, request.kind, request.text)
}

function searchPapers(parts: SearchParts, { text, filter = {}, order = 'relevance' }: SearchRequest): Search {
  const { database } = parts
  const { terms, correctedText, numbers, ...list } = findPapers(parts, text, filter, order)
  const read = (offset: number, limit: number): Hit[] => {
    const hits = list.read(offset, limit)
    const wanted = JSON.stringify(hits.map(({ number }) => number))
    const keys = database.all<{ key: string }>(keysOfNumbers, { numbers: wanted })
    return hits.map((hit, i) => Object.assign(Object.create(hit), { key: keys[i]?.key }))
  }
  return {
    total: numbers.length,
    correctedText,
    facets: facetsOf(database, () => numbers),
    page: request => pageByPlace(request, { ...list, read }, numbers.length),
    highlights: ({ number }, options) => highlightsIn(database, 'paper', number, terms, options),
  }
}

function searchNames(parts: SearchParts, kind: NameKind, text: string): Search {
  const { database } = parts
  const { terms, correctedText, hasAllWords, length, read } = findNames(parts, kind, text)
  const total = hasAllWords ? length() : 0
  const hits = (offset: number, limit: number): Hit[] =>
    read(offset, limit).map(name => ({ ...name, hasAllWords, reason: 'words' }))
  return {
    total,
    correctedText,
    facets: null,
    page: request => pageByPlace(request, { length, read: hits }, total),
    highlights: ({ number }, options) => highlightsIn(database, kind, number, terms, options),
  }
}
