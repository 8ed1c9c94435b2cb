import { authorKey, keywordKey, organizationKey } from '@daily-papers/papers/names.ts'
import { matchOf, type Term, termsOf, wholeWords, withoutQuotes } from '../sql/query-text.ts'
import { anyMatch, countNames, searchNames } from '../sql/search.ts'
import type { NameKind } from './kind.ts'
import type { Listed } from './page.ts'
import type { SearchParts } from './paper-search.ts'
import { corrected } from './spelling.ts'

export interface FoundNames extends Listed<{ key: string; number: number }> {
  /** The terms that were searched, after spelling correction. */
  terms: Term[]
  /** The query with its misspelled words replaced. Null when nothing was replaced. */
  correctedText: string | null
  /** Whether the names have all words. If no name has all, they have any of them. */
  hasAllWords: boolean
}

const keyOf = { author: authorKey, keyword: keywordKey, organization: organizationKey }

/** Finds the authors, keywords or organizations of any text; never fails. */
export function findNames(
  { database, vocabulary }: Pick<SearchParts, 'database' | 'vocabulary'>,
  kind: NameKind,
  text: string,
): FoundNames {
  const found = (text: string, how: 'all' | 'any', correctedText: string | null = null): FoundNames => {
    const terms = termsOf(text)
    const match = matchOf(terms, how)
    const count =
      match === null ? 0 : (database.one<{ count: number }>(countNames(kind), { match })?.count ?? 0)
    const parameters = { match, whole: wholeWords(terms), exact: keyOf[kind](withoutQuotes(text)) }
    return {
      terms,
      correctedText,
      hasAllWords: how === 'all',
      length: () => count,
      read: (offset, limit) =>
        count === 0 ? [] : database.all(searchNames(kind), { ...parameters, offset, limit }),
    }
  }
  const all = found(text, 'all')
  if (all.length() > 0) return all
  const likely = corrected(text, {
    isKnown: word => database.one(anyMatch(kind), { match: matchOf(termsOf(word)) }) !== null,
    oneEditAway: word => vocabulary.oneEditAwayInNames(kind)(word),
    fewest: 1,
  })
  // A correction is accepted only if a name has all the other words too.
  const named = likely === null ? null : found(likely, 'all', likely)
  if (named && named.length() > 0) return named
  return all.terms.length < 2 ? all : found(text, 'any')
}
