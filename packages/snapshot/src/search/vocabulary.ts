import type { Database } from '../sql/database.ts'
import { allWords, papersCounted, papersWithWords } from '../sql/search.ts'

/** Words of at least three papers, with how many have each. */
export interface Vocabulary {
  /** How many papers there are. */
  papers: () => number
  /** How many papers have each of some words; a word that it lacks is rare. */
  papersWith(words: readonly string[]): Map<string, number>
  /** Read once. */
  all(): readonly { word: string; papers: number }[]
}

export function vocabularyOf(database: Database): Vocabulary {
  let papers: number | undefined
  let all: { word: string; papers: number }[] | undefined
  return {
    papers() {
      papers ??= database.one<{ papers: number }>(papersCounted)?.papers ?? 0
      return papers
    },
    papersWith(words) {
      const rows = database.all<{ word: string; papers: number }>(papersWithWords, {
        words: JSON.stringify(words),
      })
      return new Map(rows.map(({ word, papers }) => [word, papers]))
    },
    all() {
      all ??= database.all<{ word: string; papers: number }>(allWords)
      return all
    },
  }
}
