import type { Database } from '../sql/database.ts'
import { matchOf, termsOf, wordsIn } from '../sql/query-text.ts'
import { anyMatch } from '../sql/search.ts'
import { wordsOf } from '../sql/words.ts'
import { type OneEditAway, SHORTEST } from './one-edit-away.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A correction must have so many times the papers of the next candidate. */
const CLEARLY = 4

/** The words that a query can be corrected to. */
export interface Spellings {
  /** Whether anything has the word, or a word with this prefix. */
  isKnown(word: string): boolean
  /**
   * The words that are one edit away from a word of at least 5 letters, with the number of papers or names that have
   * each.
   */
  oneEditAway: OneEditAway
  /** A correction must have so many papers or names. */
  fewest: number
}

/** The vocabulary of papers. */
export const spellingsOfPapers = (database: Database, vocabulary: Vocabulary): Spellings => ({
  isKnown: word => database.one(anyMatch('paper'), { match: matchOf(termsOf(word)) }) !== null,
  oneEditAway: vocabulary.oneEditAway,
  fewest: 5,
})

/**
 * The query with misspelled words replaced. Null when none is replaced. A word is replaced when nothing has it, not
 * even as a prefix, and exactly one well-known word is one edit away.
 */
export function corrected(text: string, spellings: Spellings): string | null {
  // A phrase in quotes is never corrected.
  const terms = termsOf(text)
  if (terms.some(({ isQuoted }) => isQuoted)) return null
  const searched = new Set(wordsIn(terms))
  let result = text
  for (const { word, start, end } of wordsOf(text).toReversed()) {
    if (!searched.has(word) || word.length < SHORTEST || /[^a-z]/.test(word)) continue
    if (spellings.isKnown(word)) continue
    const likely = likelyWord(spellings, word)
    if (likely !== null) result = `${result.slice(0, start)}${likely}${result.slice(end)}`
  }
  return result === text ? null : result
}

function likelyWord({ oneEditAway, fewest }: Spellings, word: string): string | null {
  const near = oneEditAway(word)
    .filter(({ papers }) => papers >= fewest)
    .toSorted((a, b) => b.papers - a.papers)
  const [first, second] = near
  if (!first) return null
  return second && second.papers * CLEARLY > first.papers && !isInflected(first.word, second.word)
    ? null
    : first.word
}

/** Whether one of two words is the other one with an ending. Then it does not matter which one is meant. */
const isInflected = (a: string, b: string): boolean =>
  Math.abs(a.length - b.length) <= 2 && (a.startsWith(b) || b.startsWith(a))
