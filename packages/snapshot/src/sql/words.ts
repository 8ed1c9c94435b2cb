import { plainLetters } from '@daily-papers/papers/names.ts'

/**
 * A word of a text in its normalised form, with its range in UTF-16 code units: from `start` up to but without `end`.
 */
export interface Word {
  word: string
  start: number
  end: number
}

const runs = /[\p{L}\p{N}\p{M}]+/gu
/** Fast path: most texts need no normalisation, and are split several times as fast. */
const ascii = /^[\0-\x7f]*$/
const asciiRuns = /[A-Za-z0-9]+/g
const others = /[^\p{L}\p{N}\p{M}]+/u

/**
 * Tokenizer of the index and of queries. Words are runs of letters and digits, in lower case and without accents. A
 * hyphen separates words, so `task-agnostic` and `task agnostic` are the same two words.
 */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  if (ascii.test(text)) {
    for (const { 0: run, index: start } of text.matchAll(asciiRuns))
      words.push({ word: run.toLowerCase(), start, end: start + run.length })
    return words
  }
  for (const { 0: run, index: start } of text.toWellFormed().matchAll(runs)) {
    const end = start + run.length
    // Normalisation splits some letters, such as ½ into 1⁄2.
    for (const word of plainLetters(run).split(others)) if (word !== '') words.push({ word, start, end })
  }
  return words
}

/**
 * Separator between two texts in one column, so that no phrase matches across both. FTS5 treats this private-use
 * character as a word. `wordsOf` doesn't, so no query contains it.
 */
const BORDER = '\uE000'

const umlauts: Record<string, string> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  Ä: 'Ae',
  Ö: 'Oe',
  Ü: 'Ue',
  ø: 'oe',
  å: 'aa',
  Ø: 'Oe',
  Å: 'Aa',
}

/** A name as people type it: as printed, and with two letters for an umlaut, such as `Mueller` for `Müller`. */
export const spellingsOf = (name: string): string[] => {
  const spelled = name.normalize('NFC').replace(/[äöüøåÄÖÜØÅ]/gu, letter => umlauts[letter] ?? letter)
  return spelled === name ? [name] : [name, spelled]
}

/**
 * Only the words, with a separator between two texts. Texts with the same words, such as a name and its key, are
 * stored once.
 */
export function searchable(...texts: (string | null)[]): string {
  const wordsAlone = (text: string) => wordsOf(text).map(({ word }) => word)
  const distinct = new Set(texts.map(text => wordsAlone(text ?? '').join(' ')))
  distinct.delete('')
  return [...distinct].join(` ${BORDER} `)
}
