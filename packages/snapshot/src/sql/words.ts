import { plainLetters } from '@daily-papers/papers/names.ts'

/** A word of a text, as it is searched by, and where it stands: UTF-16 units from `start` up to, not including, `end`. */
export interface Word {
  word: string
  start: number
  end: number
}

const runs = /[\p{L}\p{N}\p{M}]+/gu
/** Most texts need no folding, and are split several times as fast. */
const ascii = /^[\0-\x7f]*$/
const asciiRuns = /[A-Za-z0-9]+/g
const others = /[^\p{L}\p{N}\p{M}]+/u

/**
 * The words of a text: its runs of letters and digits, in lower case and without accents. A hyphen parts words, so
 * `task-agnostic` and `task agnostic` are the same two. The index and the queries are both made by this.
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
    // Some letters fall apart when folded, such as ½ into 1⁄2.
    for (const word of plainLetters(run).split(others)) if (word !== '') words.push({ word, start, end })
  }
  return words
}

/**
 * Stands between two texts in one column, so that no phrase goes from the one into the other. FTS5 takes a character of
 * private use for a word; `wordsOf` takes it for none, so that no query asks for it.
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
}

/** A name as people type it: as printed, and with two letters for an umlaut where it has any, as `Mueller` for `Müller`. */
export const spellingsOf = (name: string): string[] => {
  const spelled = name.normalize('NFC').replace(/[äöüÄÖÜøå]/gu, letter => umlauts[letter] ?? letter)
  return spelled === name ? [name] : [name, spelled]
}

/** The words alone, with a border between two texts; texts of the same words, as a name and its key, stand once. */
export function searchable(...texts: (string | null)[]): string {
  const wordsAlone = (text: string) => wordsOf(text).map(({ word }) => word)
  const distinct = new Set(texts.map(text => wordsAlone(text ?? '').join(' ')))
  distinct.delete('')
  return [...distinct].join(` ${BORDER} `)
}
