import { authorKey, keywordKey, organizationKey } from '@daily-papers/papers/names.ts'
import type { Database } from '../sql/database.ts'
import { matchOf, type Term, termsOf, wholeWords, withoutQuotes } from '../sql/query-text.ts'
import { countNames, searchNames } from '../sql/search.ts'
import type { NameKind } from './kind.ts'
import type { Listed } from './page.ts'

export interface FoundNames extends Listed<{ key: string; number: number }> {
  terms: Term[]
  /** Whether the names have all words. Where none has, they have any of them. */
  hasAllWords: boolean
}

const keyOf = { author: authorKey, keyword: keywordKey, organization: organizationKey }

/** Finds the authors, keywords or organizations of any text; never fails. */
export function findNames(database: Database, kind: NameKind, text: string): FoundNames {
  const terms = termsOf(text)
  const found = (how: 'all' | 'any'): FoundNames => {
    const match = matchOf(terms, how)
    const count =
      match === null ? 0 : (database.one<{ count: number }>(countNames(kind), { match })?.count ?? 0)
    const parameters = { match, whole: wholeWords(terms), exact: keyOf[kind](withoutQuotes(text)) }
    return {
      terms,
      hasAllWords: how === 'all',
      length: () => count,
      read: (offset, limit) =>
        count === 0 ? [] : database.all(searchNames(kind), { ...parameters, offset, limit }),
    }
  }
  const all = found('all')
  return all.length() > 0 || terms.length < 2 ? all : found('any')
}
