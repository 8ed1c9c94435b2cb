import type { TextsOfPaper } from '../sql/meaning.ts'
import { wordsOf } from '../sql/words.ts'

/** The words of one paper by number, and how often each occurs. */
export interface PaperWords {
  paper: number
  words: Uint32Array
  times: Uint32Array
}

export interface WordCounts {
  /** The words. The index is a word's number. */
  words: string[]
  /** Number of papers with the word. */
  papersWith: number[]
  papers: PaperWords[]
}

/**
 * Counts the words that at least `fewest` papers have. Each text is split once, and its words are stored as numbers.
 */
export function countWords(texts: Iterable<TextsOfPaper>, fewest: number): WordCounts {
  const { words, papersWith, papers } = countAll(texts)
  const numbers = new Int32Array(words.length).fill(-1)
  let next = 0
  for (const [old, n] of papersWith.entries()) if (n >= fewest) numbers[old] = next++
  const isKept = (old: number): boolean => (numbers[old] as number) >= 0
  return {
    words: words.filter((_, old) => isKept(old)),
    papersWith: papersWith.filter((_, old) => isKept(old)),
    papers: papers.map(({ paper, words, times }) => ({
      paper,
      words: words.filter(isKept).map(old => numbers[old] as number),
      times: times.filter((_, i) => isKept(words[i] as number)),
    })),
  }
}

function countAll(texts: Iterable<TextsOfPaper>): WordCounts {
  const numbers = new Map<string, number>()
  const papersWith: number[] = []
  const papers: PaperWords[] = []
  for (const { paper, text } of texts) {
    const counts = new Map<number, number>()
    for (const { word } of wordsOf(text)) {
      const number = numbers.get(word) ?? numbers.size
      numbers.set(word, number)
      counts.set(number, (counts.get(number) ?? 0) + 1)
    }
    for (const number of counts.keys()) papersWith[number] = (papersWith[number] ?? 0) + 1
    papers.push({ paper, words: Uint32Array.from(counts.keys()), times: Uint32Array.from(counts.values()) })
  }
  return { words: [...numbers.keys()], papersWith, papers }
}
