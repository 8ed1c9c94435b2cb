/** Weight of the closest meaning, relative to the best BM25 score. */
const MEANING_WEIGHT = 0.6
/** Papers above this cosine are about the same thing. Unrelated papers have about 0.1. */
export const CLOSE = 0.4
/** At most so many papers are found by meaning alone. */
const MOST_BY_MEANING = 200

export interface Fused {
  number: number
  /** Whether it has any of the words. */
  hasWords: boolean
  isClose: boolean
}

/**
 * Score fusion: merges papers with any of the words and papers close in meaning into one list, best first. It adds
 * scores, not ranks: otherwise a vague vector would move a paper with all words but one far down.
 * @param byWords papers by BM25, best first. A lower rank is better, as in FTS5
 * @param closeness the cosine of each paper, by its number. Null when the meaning is unknown
 * @param mayBeFound whether a paper with none of the words may be in the list
 */
export function fuse(
  byWords: readonly { number: number; rank: number }[],
  closeness: Float32Array | null,
  mayBeFound: (number: number) => boolean,
): Fused[] {
  const best = Math.min(...byWords.slice(0, 1).map(({ rank }) => rank), -1e-9)
  const near = (number: number): number => Math.max(0, closeness?.[number] ?? 0)
  const scored = byWords.map(({ number, rank }) => ({
    number,
    hasWords: true,
    score: rank / best + MEANING_WEIGHT * near(number),
  }))
  const known = new Set(byWords.map(({ number }) => number))
  const close: number[] = []
  closeness?.forEach((cosine, number) => {
    if (cosine >= CLOSE && !known.has(number) && mayBeFound(number)) close.push(number)
  })
  close.sort((a, b) => near(b) - near(a) || b - a)
  for (const number of close.slice(0, MOST_BY_MEANING))
    scored.push({ number, hasWords: false, score: MEANING_WEIGHT * near(number) })
  return scored
    .sort((a, b) => b.score - a.score || b.number - a.number)
    .map(({ number, hasWords }) => ({ number, hasWords, isClose: near(number) >= CLOSE }))
}
