/** Shorter words are abbreviations and names: one letter more or less makes another of them. */
export const SHORTEST = 5
/** One edit of a word of at least five letters leaves its first two letters or its last two as they are. */
const END = 2

/** A word with how many papers, or names, have it. */
export interface Counted {
  word: string
  papers: number
}

/** Those of some words that are one letter away from a word. */
export type OneEditAway = (word: string) => readonly Counted[]

const endsOf = (word: string): string[] => [`${word.slice(0, END)}…`, `…${word.slice(-END)}`]

/** Prepares words of at least five letters, so that few of them are compared with each word that is asked for. */
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
