/** Shorter words are often abbreviations or names, so one letter more or less gives another word. */
export const SHORTEST = 5
/** One edit of a word of at least five letters keeps its first two letters or its last two. */
const END = 2

/** A word, and the number of papers or names that have it. */
export interface Counted {
  word: string
  papers: number
}

/** Finds the words that are one edit away from a word. */
export type OneEditAway = (word: string) => readonly Counted[]

const endsOf = (word: string): string[] => [`${word.slice(0, END)}…`, `…${word.slice(-END)}`]

/** Index of words of at least five letters, so that a query word is compared with few of them. */
export function oneEditAwayIn(words: readonly Counted[]): OneEditAway {
  const byEnd = new Map<string, Counted[]>()
  for (const counted of words)
    if (counted.word.length >= SHORTEST)
      for (const end of endsOf(counted.word)) {
        const same = byEnd.get(end)
        if (same) same.push(counted)
        else byEnd.set(end, [counted])
      }
  return asked => {
    const near = endsOf(asked).flatMap(end => byEnd.get(end) ?? [])
    return [...new Set(near)].filter(({ word }) => isOneEditAway(asked, word))
  }
}

/** Whether two words are one edit apart: a letter added, left out or changed, or two neighbours swapped. */
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
