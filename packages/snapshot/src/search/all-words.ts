import type { Conditions } from '../answer/filter.ts'
import { numbersBy } from '../answer/paper-set.ts'
import type { Database } from '../sql/database.ts'
import { matchOf, type Term } from '../sql/query-text.ts'
import * as sql from '../sql/search.ts'
import { namedFirst } from './named-first.ts'
import type { Vocabulary } from './vocabulary.ts'

export type SearchOrder = keyof typeof sql.orders

/** A query with more terms is asked for its rarest first: few such queries are in any paper as a whole. */
const LONG_QUERY = 6
const RAREST = 4

/**
 * The papers with all words. By relevance: those of the author or organization that the query names, then those with all
 * words in the title, then the others, each by BM25.
 */
export function papersWithAllWords(
  database: Database,
  vocabulary: Vocabulary,
  terms: readonly Term[],
  { where, parameters }: Conditions,
  order: SearchOrder,
): number[] {
  const match = matchOf(terms)
  if (match === null) return []
  if (terms.length > LONG_QUERY && !hasAny(database, matchOf(rarest(terms, vocabulary)))) return []
  const numbers = numbersBy(database, sql.numbersFound(where, order), { ...parameters, match })
  if (order !== 'relevance' || numbers.length < 2) return numbers
  const titled = new Set(numbersBy(database, sql.numbersMatching, { match: `{title} : (${match})` }))
  const named = namedFirst(database, terms)
  const tierOf = (number: number): number => named.get(number) ?? (titled.has(number) ? 3 : 4)
  const tiers = new Map(numbers.map(number => [number, tierOf(number)]))
  // Sorting is stable: within a tier, papers stay in the order of their ranks.
  return numbers.sort((a, b) => (tiers.get(a) ?? 0) - (tiers.get(b) ?? 0))
}

const hasAny = (database: Database, match: string | null): boolean =>
  database.one(sql.anyMatch, { match }) !== null

function rarest(terms: readonly Term[], vocabulary: Vocabulary): Term[] {
  const papersWith = vocabulary.papersWith(terms.flatMap(({ words }) => words))
  const rarity = ({ words }: Term): number => Math.min(...words.map(word => papersWith.get(word) ?? 0))
  return terms.toSorted((a, b) => rarity(a) - rarity(b)).slice(0, RAREST)
}
