import type { Database } from '../sql/database.ts'
import { matchOf, termsOf, wordsIn } from '../sql/query-text.ts'
import { anyMatch } from '../sql/search.ts'
import { wordsOf } from '../sql/words.ts'
import { type OneEditAway, SHORTEST } from './one-edit-away.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A correction must be a word of so many times as many as the next one. */
const CLEARLY = 4

/** The words that a query may have meant. */
export interface Spellings {
  /** Whether anything has the word, or one that begins like it. */
  isKnown(word: string): boolean
  /** The words that are one letter away from a word of at least 5 letters, with how many papers, or names, have each. */
  oneEditAway: OneEditAway
  /** A correction must be a word of so many. */
  fewest: number
}

/** The words of papers. */
export const spellingsOfPapers = (database: Database, vocabulary: Vocabulary): Spellings => ({
  isKnown: word => database.one(anyMatch('paper'), { match: matchOf(termsOf(word)) }) !== null,
  oneEditAway: vocabulary.oneEditAway,
  fewest: 5,
})

/**
 * A query with its misspelled words replaced; null when none is, or in doubt. A word is misspelled when nothing has it,
 * nor a word that begins like it, and exactly one well-known word is one letter away.
 */
export function corrected(text: string, spellings: Spellings): string | null {
  // What stands in quotes is meant as it is.
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

/** Whether one of two words is the other with an ending, so that it does not matter which is meant. */
const isInflected = (a: string, b: string): boolean =>
  Math.abs(a.length - b.length) <= 2 && (a.startsWith(b) || b.startsWith(a))
