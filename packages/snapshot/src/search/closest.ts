import { type Conditions, isEveryPaper } from '../answer/filter.ts'
import { numbersBy } from '../answer/paper-set.ts'
import type { Database } from '../sql/database.ts'
import { numbersOf } from '../sql/paper-set.ts'
import { matchOf, type Term, wordsIn } from '../sql/query-text.ts'
import { rankedPapers } from '../sql/search.ts'
import { type Fused, fuse } from './fuse.ts'
import type { Vocabulary } from './vocabulary.ts'

/** At most so many papers with any of the words are ranked. */
const MOST_WITH_ANY = 1_000
/** A word in a larger share of the papers does not tell papers apart. */
const COMMON = 0.4

/**
 * Papers after those with all words: with any of the words, or close in meaning, best first. They must have every
 * phrase in quotes.
 */
export function closestPapers(
  database: Database,
  vocabulary: Vocabulary,
  terms: readonly Term[],
  conditions: Conditions,
  closeness: Float32Array | null,
): Fused[] {
  const quoted = terms.filter(({ isQuoted }) => isQuoted)
  const others = terms.filter(({ isQuoted }) => !isQuoted)
  if (others.length === 0) return []
  const match = [matchOf(quoted), anyWord(others, vocabulary)].filter(part => part !== null).join(' AND ')
  const { where, parameters } = conditions
  const byWords = database.all<{ number: number; rank: number }>(rankedPapers(where), {
    ...parameters,
    match,
    limit: MOST_WITH_ANY,
  })
  if (quoted.length > 0) return fuse(byWords, closeness, () => false)
  if (isEveryPaper(conditions)) return fuse(byWords, closeness, () => true)
  const wanted = new Set(numbersBy(database, numbersOf(where), parameters))
  return fuse(byWords, closeness, number => wanted.has(number))
}

/**
 * Any of the words, as whole words. A rare word also matches as a prefix. Very common words are used only if there
 * are no others.
 */
function anyWord(terms: readonly Term[], vocabulary: Vocabulary): string {
  const words = wordsIn(terms)
  const papersWith = vocabulary.papersWith(words)
  const isCommon = (word: string): boolean => (papersWith.get(word) ?? 0) > COMMON * vocabulary.papers()
  const telling = words.filter(word => !isCommon(word))
  const mayGoOn = new Set(terms.filter(({ isPrefix }) => isPrefix).map(({ words }) => words.at(-1)))
  const single = (telling.length > 0 ? telling : words).map(word =>
    papersWith.has(word) || !mayGoOn.has(word) ? `"${word}"` : `"${word}" *`,
  )
  const joined = terms.filter(({ words }) => words.length > 1).map(({ words }) => `"${words.join(' ')}"`)
  return `(${[...joined, ...single].join(' OR ')})`
}
