/** How much the closest meaning counts beside the best words. */
const MEANING_WEIGHT = 0.6
/** Closer papers are about the same matter; between papers without anything in common the cosine is about 0.1. */
export const CLOSE = 0.4
/** So many papers at most are found by meaning alone. */
const MOST_BY_MEANING = 200

export interface Fused {
  number: number
  /** Whether it has any of the words. */
  hasWords: boolean
  isClose: boolean
}

/**
 * One list of what has any of the words and of what is close in meaning, best first. Scores are added, not ranks: a vector
 * that is vague would otherwise move a paper that has every word but one far down.
 * @param byWords papers by BM25, best first; a lower rank is better, as FTS5 gives it
 * @param closeness the cosine of each paper, at the place of its number; null when the meaning is unknown
 * @param mayBeFound whether a paper that has none of the words may be in the list
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
