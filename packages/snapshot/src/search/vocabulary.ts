import type { Database } from '../sql/database.ts'
import { allWords, namesTerms, papersCounted, papersWithWords } from '../sql/search.ts'
import type { NameKind } from './kind.ts'

/** Words of at least three papers, with how many have each. */
export interface Vocabulary {
  /** How many papers there are. */
  papers: () => number
  /** How many papers have each of some words; a word that it lacks is rare. */
  papersWith(words: readonly string[]): Map<string, number>
  /** Read once. */
  all(): readonly Counted[]
  /** The words of names, with how many names have each. Read once. */
  ofNames(kind: NameKind): readonly Counted[]
}

interface Counted {
  word: string
  papers: number
}

export function vocabularyOf(database: Database): Vocabulary {
  let papers: number | undefined
  let all: Counted[] | undefined
  const names = new Map<NameKind, Counted[]>()
  return {
    papers() {
      papers ??= database.one<{ papers: number }>(papersCounted)?.papers ?? 0
      return papers
    },
    papersWith(words) {
      const rows = database.all<Counted>(papersWithWords, {
        words: JSON.stringify(words),
      })
      return new Map(rows.map(({ word, papers }) => [word, papers]))
    },
    all() {
      all ??= database.all<Counted>(allWords)
      return all
    },
    ofNames(kind) {
      const known = names.get(kind)
      if (known) return known
      const { create, read } = namesTerms(kind)
      database.all(create)
      const found = database.all<Counted>(read)
      names.set(kind, found)
      return found
    },
  }
}
