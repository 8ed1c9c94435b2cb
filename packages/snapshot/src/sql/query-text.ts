import { wordsOf } from './words.ts'

/** One thing that a query asks for: a word, or words in sequence. */
export interface Term {
  words: string[]
  /** Whether the last word may go on: `diffus` finds `diffusion`. */
  isPrefix: boolean
  /** A phrase in quotes. */
  isQuoted?: true
}

/** Terms of a query that are searched for; the rest is left out, so that no text takes long. */
const MOST_TERMS = 32
/** Of a longer query, words after these must match whole: each beginning costs as much as all words that begin so. */
const MOST_PREFIXES = 8
const MOST_WORDS_A_TERM = 32
/** Shorter words must stand as they are: as beginnings they would find nearly everything. */
const SHORTEST_PREFIX = 3
const LONGEST_WORD = 100
const LONGEST_TEXT = 10_000

const quoted = /["“”„«»]([^"“”„«»]*)["“”„«»]/gu
const quotedWhole = new RegExp(`^\\s*${quoted.source}\\s*$`, 'u')

/**
 * Reads any text as a query, and never fails: words, each of which may go on, and phrases in quotes, which may not.
 * What hyphens, dots or slashes join is a phrase too: `task-agnostic` asks for `task` followed by `agnostic…`.
 */
export function termsOf(text: string): Term[] {
  const terms: Term[] = []
  const add = (part: string, isQuoted: boolean): void => {
    const words = wordsOf(part).map(({ word }) => word.slice(0, LONGEST_WORD))
    if (words.length === 0) return
    const isPrefix = !isQuoted && (words.at(-1) ?? '').length >= SHORTEST_PREFIX
    terms.push({ words: words.slice(0, MOST_WORDS_A_TERM), isPrefix, ...(isQuoted && { isQuoted }) })
  }
  const addWords = (part: string): void => {
    for (const word of part.split(/\s+/u)) add(word, false)
  }
  const bounded = text.slice(0, LONGEST_TEXT)
  let end = 0
  for (const found of bounded.matchAll(quoted)) {
    addWords(bounded.slice(end, found.index))
    add(found[1] ?? '', true)
    end = found.index + found[0].length
  }
  addWords(bounded.slice(end))
  const distinct = new Map(terms.map(term => [JSON.stringify(term), term]))
  return [...distinct.values()]
    .slice(0, MOST_TERMS)
    .map((term, i) => (i < MOST_PREFIXES ? term : { ...term, isPrefix: false }))
}

/** What stands in quotes where a text is one phrase in quotes and nothing else; otherwise the text. */
export const withoutQuotes = (text: string): string => quotedWhole.exec(text)?.[1] ?? text

/** A term in the language of FTS5. Words hold letters and digits alone, so nothing in them is an operator. */
function expressionOf({ words, isPrefix }: Term): string {
  const phrase = `"${words.join(' ')}"`
  // Two words that a hyphen joins are often printed as one: pre-training, pretraining.
  const asOne = isPrefix && words.length === 2 ? [`"${words.join('')}"`] : []
  // The word itself counts twice, so that it stands before those that only begin like it.
  const ways = [phrase, ...(isPrefix ? [`${phrase} *`] : []), ...asOne]
  return ways.length === 1 ? phrase : `(${ways.join(' OR ')})`
}

/** What must be there, all of it or any of it, as FTS5 matches it; null when there is no word to look for. */
export const matchOf = (terms: readonly Term[], how: 'all' | 'any' = 'all'): string | null =>
  terms.length === 0 ? null : terms.map(expressionOf).join(how === 'all' ? ' AND ' : ' OR ')

/** The same with every word as it stands. */
export const wholeWords = (terms: readonly Term[]): string | null =>
  matchOf(terms.map(({ words }) => ({ words, isPrefix: false })))

/** The distinct words of some terms, each by itself. */
export const wordsIn = (terms: readonly Term[]): string[] => [...new Set(terms.flatMap(({ words }) => words))]
