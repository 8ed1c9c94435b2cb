import { once } from '@daily-papers/papers/once.ts'
import type { Database } from '../sql/database.ts'
import { allWords, namesTerms, papersCounted, papersWithWords } from '../sql/search.ts'
import type { NameKind } from './kind.ts'
import { type Counted, type OneEditAway, oneEditAwayIn } from './one-edit-away.ts'

/** Words of at least three papers, with the number of papers that have each. */
export interface Vocabulary {
  /** Number of papers. */
  papers: () => number
  /** Number of papers that have each of some words. A word without a number is rare. */
  papersWith(words: readonly string[]): Map<string, number>
  /** The words that are one edit away from a word. Read once. */
  oneEditAway: OneEditAway
  /** The same for words of names. Read once. */
  oneEditAwayInNames(kind: NameKind): OneEditAway
}

export function vocabularyOf(database: Database): Vocabulary {
  let papers: number | undefined
  const near = once(() => oneEditAwayIn(database.all<Counted>(allWords)))
  const names = new Map<NameKind, OneEditAway>()
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
    oneEditAway: word => near()(word),
    oneEditAwayInNames(kind) {
      const known = names.get(kind)
      if (known) return known
      const { create, read } = namesTerms(kind)
      database.all(create)
      const found = oneEditAwayIn(database.all<Counted>(read))
      names.set(kind, found)
      return found
    },
  }
}
