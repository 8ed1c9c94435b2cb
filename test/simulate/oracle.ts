import { authorKey } from '@daily-papers/papers/names.ts'
import type { Day } from '@daily-papers/papers/paper.ts'
import type { Corpus } from '../days/corpus.ts'
import type { Seen } from '../long/crash/month-checks.ts'
import type { Said } from '../long/crash/month-hub.ts'

export interface Counted {
  id: string
  upvotes: number | null
}

/** What clients must see, in plain maps: all that runs have read, in the order of time. */
export function createOracle(corpus: Corpus) {
  const seen: Seen = new Map()
  /** The votes of each paper on each day, as last read. */
  const onDay = new Map<Day, Map<string, number | null>>()
  const authorsOn = (day: Day, id: string): string[] =>
    corpus
      .entriesOn(day)
      .filter(({ paper }) => paper.id === id)
      .flatMap(({ paper }) =>
        paper.authors.filter(({ hidden }) => !hidden).map(({ name }) => authorKey(name)),
      )
  const byVotes = (a: Counted, b: Counted): number =>
    (b.upvotes ?? -1) - (a.upvotes ?? -1) || (a.id < b.id ? 1 : -1)

  return {
    seen,
    note(said: ReadonlyMap<Day, readonly [string, Said][]>, failed: ReadonlySet<Day>): void {
      for (const [day, papers] of said) {
        if (failed.has(day)) continue
        for (const [id, each] of papers) {
          seen.set(id, [...(seen.get(id) ?? []), each])
          onDay.set(day, (onDay.get(day) ?? new Map()).set(id, each.upvotes))
        }
      }
    },
    ids: (): string[] => [...seen.keys()],
    days: (): Day[] => [...onDay.keys()].sort(),
    /** Most votes first. */
    papersOn: (day: Day): Counted[] =>
      [...(onDay.get(day) ?? [])].map(([id, upvotes]) => ({ id, upvotes })).sort(byVotes),
    /** All papers with the votes of the latest of their days, most first. */
    papers(): Counted[] {
      const latest = new Map<string, number | null>()
      for (const day of this.days()) for (const [id, upvotes] of onDay.get(day) ?? []) latest.set(id, upvotes)
      return [...latest].map(([id, upvotes]) => ({ id, upvotes })).sort(byVotes)
    },
    /** A paper has the authors of the latest of its days that was read. */
    papersBy(author: string): string[] {
      const latest = new Map(this.days().flatMap(day => [...(onDay.get(day) ?? [])].map(([id]) => [id, day])))
      return [...latest].filter(([id, day]) => authorsOn(day, id).includes(author)).map(([id]) => id)
    },
  }
}
export type Oracle = ReturnType<typeof createOracle>
