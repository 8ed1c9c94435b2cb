import { authorKey, keywordKey, organizationKey } from '@daily-papers/papers/names.ts'
import { type Page, type PageRequest, PositionError, pageOf } from '@daily-papers/store/page.ts'
import { conditionsOf, type PaperFilter } from '../answer/filter.ts'
import { type Facets, facetsOf, numbersBy } from '../answer/paper-set.ts'
import type { Database } from '../sql/database.ts'
import { matchOf, termsOf, wholeWords, withoutQuotes } from '../sql/query-text.ts'
import {
  countNames,
  numbersFound,
  searchNames,
  searchPapers,
  textsOfName,
  textsOfPaper,
} from '../sql/search.ts'
import { highlightsOf, type Range } from './highlight.ts'

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
  /** Whether every result has all of the words. Where nothing has, the results have any of them. */
  hasAllWords: boolean
  total: number
  /** What the papers found have in common; null when something else is searched. */
  facets: Facets | null
  /** One page of the results, best first. */
  page(request: PageRequest): Page<Hit>
  /** The texts of a result that have words of the search. */
  highlights(hit: Hit): Highlight[]
}

const keyOf = { author: authorKey, keyword: keywordKey, organization: organizationKey }

/** Reads any text as a search and counts what it finds; never fails. The filter is for papers alone. */
export function readSearch(database: Database, kind: SearchKind, text: string, filter: PaperFilter): Search {
  const terms = termsOf(text)
  const conditions = conditionsOf(filter)
  const counted = (how: 'all' | 'any'): Search => {
    const parameters = {
      ...conditions.parameters,
      match: matchOf(terms, how),
      inTitle: `{title} : (${matchOf(terms, how)})`,
      whole: wholeWords(terms),
      exact: kind === 'paper' ? '' : keyOf[kind](withoutQuotes(text)),
    }
    const isPaper = kind === 'paper'
    // Facets count the same papers: to find them again would be a fifth of such a search.
    const found = isPaper ? numbersBy(database, numbersFound(conditions.where), parameters) : []
    const total = isPaper
      ? found.length
      : (database.one<{ count: number }>(countNames(kind), parameters)?.count ?? 0)
    const sql = isPaper ? searchPapers(conditions.where) : searchNames(kind)
    return {
      hasAllWords: how === 'all',
      total,
      facets: isPaper ? facetsOf(database, () => found) : null,
      page: request =>
        pageByPlace(request, total, (offset, limit) =>
          database.all<Hit>(sql, { ...parameters, limit, offset }),
        ),
      highlights: ({ number }) =>
        textsOf(database, kind, number)
          .map(({ field, text }) => ({ field, text, ranges: highlightsOf(text, terms) }))
          .filter(({ ranges }) => ranges.length > 0),
    }
  }
  if (terms.length === 0)
    return {
      hasAllWords: true,
      total: 0,
      facets: kind === 'paper' ? facetsOf(database, () => []) : null,
      page: request => pageByPlace(request, 0, () => []),
      highlights: () => [],
    }
  const all = counted('all')
  return all.total > 0 || terms.length === 1 ? all : counted('any')
}

/** A page of a list whose positions are places in it, from 0. */
function pageByPlace<T>(
  request: PageRequest,
  total: number,
  read: (offset: number, limit: number) => T[],
): Page<T> {
  const placeOf = (position: string | null, otherwise: number): number => {
    if (position === null) return otherwise
    if (/^(0|[1-9]\d{0,6})$/.test(position)) return Math.min(Number(position), total)
    throw new PositionError(position)
  }
  const { size, backward } = request
  const from = placeOf(request.after, -1) + 1
  const to = Math.max(placeOf(request.before, total), from)
  const offset = backward ? Math.max(to - size - 1, from) : from
  const limit = Math.min(size + 1, to - offset)
  const rows = (limit > 0 ? read(offset, limit) : []).map((node, i) => ({
    node,
    position: String(offset + i),
  }))
  return pageOf(request, backward ? rows.reverse() : rows, async () => total)
}

interface Texts {
  title: string
  abstract: string
  summary: string | null
  keywords: string
  authors: string
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
