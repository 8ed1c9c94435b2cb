import { authorKey, keywordKey, organizationKey } from '@daily-papers/papers/names.ts'
import { type Page, type PageRequest, PositionError, pageOf } from '@daily-papers/store/page.ts'
import type { Database, Parameters } from '../sql/database.ts'
import {
  countNames,
  numbersFound,
  searchNames,
  searchPapers,
  textsOfName,
  textsOfPaper,
} from '../sql/search.ts'
import { type Numbered, numbersBy } from './counts.ts'
import { conditionsOf, type PaperFilter } from './filter.ts'
import { highlightsOf, type Range } from './highlight.ts'
import { matchOf, type Term, termsOf, wholeWords, withoutQuotes } from './query-text.ts'

export type SearchKind = 'paper' | 'author' | 'keyword' | 'organization'

/** What was found: its arXiv identifier or key, and its number in this file. */
export interface Hit {
  key: string
  number: number
}

/** Where a text of what was found has the words. */
export interface Highlight {
  field: 'title' | 'abstract' | 'summary' | 'keyword' | 'author' | 'name'
  text: string
  ranges: Range[]
}

/** A search that was read and counted. */
export interface Search {
  kind: SearchKind
  terms: Term[]
  /** Whether what is found has all of the words. Where nothing has, it is what has any of them. */
  hasAll: boolean
  total: number
  /** The papers it finds; null when it is for something else. */
  papers: Numbered | null
  /** Which papers it looks at, as SQL. */
  among: string
  parameters: Parameters
}

const keyOf = { author: authorKey, keyword: keywordKey, organization: organizationKey }

/** Reads any text as a search and counts what it finds; never fails. The filter is for papers alone. */
export function readSearch(database: Database, kind: SearchKind, text: string, filter: PaperFilter): Search {
  const terms = termsOf(text)
  const conditions = conditionsOf(filter)
  const among = conditions.where
  const counted = (how: 'all' | 'any'): Search => {
    const parameters = {
      ...conditions.parameters,
      match: matchOf(terms, how),
      inTitle: `{title} : (${matchOf(terms, how)})`,
      whole: wholeWords(terms),
      exact: kind === 'paper' ? '' : keyOf[kind](withoutQuotes(text)),
    }
    const search = { kind, terms, hasAll: how === 'all', among, parameters }
    if (kind !== 'paper') {
      const total = database.one<{ count: number }>(countNames(kind), parameters)?.count ?? 0
      return { ...search, total, papers: null }
    }
    // Facets count the same papers: to find them again would be a fifth of such a search.
    const found = numbersBy(database, numbersFound(among), parameters)
    return { ...search, total: found.length, papers: { numbers: () => found } }
  }
  if (terms.length === 0) {
    const papers = kind === 'paper' ? { numbers: () => [] } : null
    return { kind, terms, hasAll: true, total: 0, papers, among, parameters: {} }
  }
  const all = counted('all')
  return all.total > 0 || terms.length === 1 ? all : counted('any')
}

/** A page of what a search finds, best first; a position is the place in it. */
export function pageOfSearch(database: Database, search: Search, request: PageRequest): Page<Hit> {
  const { kind, total, among, parameters } = search
  const indexOf = (position: string | null, otherwise: number): number => {
    if (position === null) return otherwise
    if (/^(0|[1-9]\d{0,6})$/.test(position)) return Math.min(Number(position), total)
    throw new PositionError(position)
  }
  const { size, backward } = request
  const from = indexOf(request.after, -1) + 1
  const to = Math.max(indexOf(request.before, total), from)
  const offset = backward ? Math.max(to - size - 1, from) : from
  const limit = Math.min(size + 1, to - offset)
  const sql = kind === 'paper' ? searchPapers(among) : searchNames(kind)
  const hits = limit > 0 ? database.all<Hit>(sql, { ...parameters, limit, offset }) : []
  const rows = hits.map((node, i) => ({ node, position: String(offset + i) }))
  return pageOf(request, backward ? rows.reverse() : rows, async () => total)
}

interface Texts {
  title: string
  abstract: string
  summary: string | null
  keywords: string
  authors: string
}

/** The texts of a hit that have words of the search, each with where. */
export function highlightsIn(database: Database, { kind, terms }: Search, { number }: Hit): Highlight[] {
  return textsOf(database, kind, number)
    .map(({ field, text }) => ({ field, text, ranges: highlightsOf(text, terms) }))
    .filter(({ ranges }) => ranges.length > 0)
}

function textsOf(database: Database, kind: SearchKind, number: number): Omit<Highlight, 'ranges'>[] {
  if (kind !== 'paper') {
    const named = database.one<{ name: string; fullName: string | null }>(textsOfName[kind], { number })
    return [named?.name, named?.fullName].flatMap(text => (text ? [{ field: 'name' as const, text }] : []))
  }
  const texts = database.one<Texts>(textsOfPaper, { number })
  if (!texts) return []
  const listed = (json: string): string[] => JSON.parse(json)
  return [
    { field: 'title', text: texts.title },
    { field: 'abstract', text: texts.abstract },
    ...(texts.summary ? [{ field: 'summary' as const, text: texts.summary }] : []),
    ...listed(texts.keywords).map(text => ({ field: 'keyword' as const, text })),
    ...listed(texts.authors).map(text => ({ field: 'author' as const, text })),
  ]
}
