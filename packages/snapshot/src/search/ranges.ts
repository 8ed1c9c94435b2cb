import type { Term } from '../sql/query-text.ts'
import { wordsOf } from '../sql/words.ts'

/** A range of a text in UTF-16 code units, from `start` up to but without `end`. */
export interface Range {
  start: number
  end: number
}

/** Ranges of a text that match the search, in order. They do not touch each other. */
export function highlightsOf(text: string, terms: readonly Term[]): Range[] {
  const words = wordsOf(text)
  const found: Range[] = []
  for (const [i, { word, start }] of words.entries()) {
    for (const term of terms) {
      // Fast path: nearly all words end here, before the full comparison.
      if (word[0] !== term.words[0]?.[0]) continue
      const last = words[i + lengthAt(term, words, i) - 1]
      if (last && last.end > start) found.push({ start, end: last.end })
    }
  }
  return merged(found)
}

/** Number of words from the `i`th on that match the term. 0 when it doesn't match there. */
function lengthAt({ words: wanted, isPrefix }: Term, words: readonly { word: string }[], i: number): number {
  const stands = wanted.every((word, n) => {
    const here = words[i + n]?.word
    const mayGoOn = isPrefix && n === wanted.length - 1
    return here !== undefined && (mayGoOn ? here.startsWith(word) : here === word)
  })
  if (stands) return wanted.length
  return isPrefix && wanted.length === 2 && words[i]?.word === wanted.join('') ? 1 : 0
}

function merged(ranges: readonly Range[]): Range[] {
  const all: Range[] = []
  for (const { start, end } of ranges) {
    const last = all.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else all.push({ start, end })
  }
  return all
}
