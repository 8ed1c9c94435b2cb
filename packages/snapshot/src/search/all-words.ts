import { once } from '@daily-papers/papers/once.ts'
import type { Conditions } from '../answer/filter.ts'
import { numbersBy } from '../answer/paper-set.ts'
import { everyPaper } from '../sql/conditions.ts'
import type { Database } from '../sql/database.ts'
import { matchOf, type Term } from '../sql/query-text.ts'
import * as sql from '../sql/search.ts'
import { namedFirst } from './named-first.ts'
import type { Vocabulary } from './vocabulary.ts'

export type SearchOrder = 'relevance' | 'date' | 'votes'

/** A query with more terms first searches for its rarest ones. Few such queries match a paper as a whole. */
const LONG_QUERY = 6
const RAREST = 4

/** The papers with all words of a query. */
export interface AllWords {
  /** In no order. */
  numbers: readonly number[]
  /** At least so many of them, best first. */
  first(count: number): readonly number[]
}

/**
 * Papers with all words. By relevance: papers of the author or organization that the query names, newest first; then
 * papers with all words in the title; then the others. Ranking every paper with a broad word takes longer than
 * finding it. So the others are ranked only when a page reaches them. A text without words finds the papers of the
 * filter.
 */
export function papersWithAllWords(
  database: Database,
  vocabulary: Vocabulary,
  terms: readonly Term[],
  { where, parameters }: Conditions,
  order: SearchOrder,
): AllWords {
  const match = matchOf(terms)
  if (match === null) {
    if (where === everyPaper) return nothing
    const listed = numbersBy(database, sql.numbersListed(where, order), parameters)
    return { numbers: listed, first: () => listed }
  }
  if (terms.length > LONG_QUERY && !hasAny(database, matchOf(rarest(terms, vocabulary)))) return nothing
  const found = (how: SearchOrder | 'any', match: string): number[] =>
    numbersBy(database, sql.numbersFound(where, how), { ...parameters, match })
  if (order !== 'relevance') {
    const numbers = found(order, match)
    return { numbers, first: () => numbers }
  }
  const numbers = found('any', match)
  const named = once(() => {
    const tiers = namedFirst(database, terms)
    const hits = numbers.filter(number => tiers.has(number))
    return hits.sort((a, b) => (tiers.get(a) ?? 0) - (tiers.get(b) ?? 0) || b - a)
  })
  const titled = once(() => unique(named(), found('relevance', `{title} : (${match})`)))
  const all = once(() => unique(titled(), found('relevance', match)))
  return { numbers, first: count => (count <= titled().length ? titled() : all()) }
}

const nothing: AllWords = { numbers: [], first: () => [] }

const unique = (...lists: number[][]): number[] => [...new Set(lists.flat())]

const hasAny = (database: Database, match: string | null): boolean =>
  database.one(sql.anyMatch('paper'), { match }) !== null

function rarest(terms: readonly Term[], vocabulary: Vocabulary): Term[] {
  const papersWith = vocabulary.papersWith(terms.flatMap(({ words }) => words))
  const rarity = ({ words }: Term): number => Math.min(...words.map(word => papersWith.get(word) ?? 0))
  return terms.toSorted((a, b) => rarity(a) - rarity(b)).slice(0, RAREST)
}
