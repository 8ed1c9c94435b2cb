import type { Database } from '../sql/database.ts'
import { matchOf, termsOf } from '../sql/query-text.ts'
import { anyMatch } from '../sql/search.ts'
import { wordsOf } from '../sql/words.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Shorter words are abbreviations and names: one letter more or less makes another of them. */
const SHORTEST = 5
/** A correction must be a word of so many times as many as the next one. */
const CLEARLY = 4

/** The words that a query may have meant. */
export interface Spellings {
  /** Whether anything has the word, or one that begins like it. */
  isKnown(word: string): boolean
  /** Each word with how many papers, or names, have it. */
  words(): readonly { word: string; papers: number }[]
  /** A correction must be a word of so many. */
  fewest: number
}

/** The words of papers. */
export const spellingsOfPapers = (database: Database, vocabulary: Vocabulary): Spellings => ({
  isKnown: word => database.one(anyMatch('paper'), { match: matchOf(termsOf(word)) }) !== null,
  words: vocabulary.all,
  fewest: 5,
})

/**
 * A query with its misspelled words replaced; null when none is, or in doubt. A word is misspelled when nothing has it,
 * nor a word that begins like it, and exactly one well-known word is one letter away.
 */
export function corrected(text: string, spellings: Spellings): string | null {
  // What stands in quotes is meant as it is.
  if (termsOf(text).some(({ isQuoted }) => isQuoted)) return null
  let result = text
  for (const { word, start, end } of wordsOf(text).toReversed()) {
    if (word.length < SHORTEST || /[^a-z]/.test(word) || spellings.isKnown(word)) continue
    const likely = likelyWord(spellings, word)
    if (likely !== null) result = `${result.slice(0, start)}${likely}${result.slice(end)}`
  }
  return result === text ? null : result
}

function likelyWord({ words, fewest }: Spellings, word: string): string | null {
  const near = words()
    .filter(
      ({ word: other, papers }) => papers >= fewest && other.length >= SHORTEST && isOneEditAway(word, other),
    )
    .sort((a, b) => b.papers - a.papers)
  const [first, second] = near
  if (!first) return null
  return second && second.papers * CLEARLY > first.papers && !isInflected(first.word, second.word)
    ? null
    : first.word
}

/** Whether one of two words is the other with an ending, so that it does not matter which is meant. */
const isInflected = (a: string, b: string): boolean =>
  Math.abs(a.length - b.length) <= 2 && (a.startsWith(b) || b.startsWith(a))

/** Whether one letter added, left out or changed, or two neighbours swapped, makes one word of the other. */
export function isOneEditAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const [inA, inB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  if (inA.length <= 1 && inB.length <= 1) return true
  return inA.length === 2 && inB.length === 2 && inA[0] === inB[1] && inA[1] === inB[0]
}
