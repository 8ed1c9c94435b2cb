import { wordsOf } from './words.ts'

/** A term of a query: a word, or words in sequence. */
export interface Term {
  words: string[]
  /** Whether the last word is a prefix: `diffus` finds `diffusion`. */
  isPrefix: boolean
  /** A phrase in quotes. */
  isQuoted?: true
}

/** The most terms that are searched. Further terms are ignored, so that no text takes long. */
const MOST_TERMS = 32
/** Words after these must match as whole words. A prefix costs as much as all words that begin with it. */
const MOST_PREFIXES = 8
const MOST_WORDS_A_TERM = 32
/** Shorter words must match as whole words. As prefixes they would find nearly everything. */
const SHORTEST_PREFIX = 3
const LONGEST_WORD = 100
const LONGEST_TEXT = 10_000

const quoted = /["“”„«»]([^"“”„«»]*)["“”„«»]/gu
const quotedWhole = new RegExp(`^\\s*${quoted.source}\\s*$`, 'u')

/**
 * Parses any text as a query, and never fails. Words match as prefixes, phrases in quotes match exactly. Words joined
 * by hyphens, dots or slashes are a phrase too: `task-agnostic` searches `task` followed by the prefix `agnostic`.
 */
export function termsOf(text: string): Term[] {
  const terms: Term[] = []
  const add = (part: string, isQuoted: boolean): void => {
    const words = wordsOf(part).map(({ word }) => word.slice(0, LONGEST_WORD))
    const last = words.at(-1)
    if (last === undefined) return
    const isPrefix = !isQuoted && last.length >= SHORTEST_PREFIX
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

/** The phrase, if the whole text is one phrase in quotes. Otherwise the text. */
export const withoutQuotes = (text: string): string => quotedWhole.exec(text)?.[1] ?? text

/** A term in FTS5's query language. Words have only letters and digits, so none is an operator. */
function expressionOf({ words, isPrefix }: Term): string {
  const phrase = `"${words.join(' ')}"`
  // Two words joined by a hyphen are often printed as one: pre-training, pretraining.
  const asOne = isPrefix && words.length === 2 ? [`"${words.join('')}"`] : []
  // The whole word counts twice, so that it ranks above words that only begin with it.
  const ways = [phrase, ...(isPrefix ? [`${phrase} *`] : []), ...asOne]
  return ways.length === 1 ? phrase : `(${ways.join(' OR ')})`
}

/** An FTS5 query for all or any of the terms. Null when there is no word to search. */
export const matchOf = (terms: readonly Term[], how: 'all' | 'any' = 'all'): string | null =>
  terms.length === 0 ? null : terms.map(expressionOf).join(how === 'all' ? ' AND ' : ' OR ')

/** The same with whole words only. */
export const wholeWords = (terms: readonly Term[]): string | null =>
  matchOf(terms.map(({ words }) => ({ words, isPrefix: false })))

/** The distinct words of some terms. */
export const wordsIn = (terms: readonly Term[]): string[] => [...new Set(terms.flatMap(({ words }) => words))]
