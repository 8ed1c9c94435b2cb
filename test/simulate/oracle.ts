import { authorKey } from '@daily-papers/papers/names.ts'
import type { Day } from '@daily-papers/papers/paper.ts'
import type { Corpus } from '../days/corpus.ts'
import type { Seen } from '../long/crash/month-checks.ts'
import type { Said } from '../long/crash/month-hub.ts'

export interface Counted {
  id: string
  upvotes: number | null
}

/** The filter of a subscription. */
export type Wish = { minUpvotes?: number; hasCode?: boolean; authors?: string[] }
/** The ids of the papers that match and were featured on a day from `from` on. */
export type Matching = (wish: Wish, from: Day) => string[]

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

  const days = (): Day[] => [...onDay.keys()].sort()
  /** The latest day of each paper that was read. */
  const latestDays = (): Map<string, Day> =>
    new Map(days().flatMap(day => [...(onDay.get(day)?.keys() ?? [])].map(id => [id, day])))

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
    days,
    /** Most votes first. */
    papersOn: (day: Day): Counted[] =>
      [...(onDay.get(day) ?? [])].map(([id, upvotes]) => ({ id, upvotes })).sort(byVotes),
    /** All papers with the votes of the latest of their days, most first. */
    papers: (): Counted[] =>
      [...latestDays()].map(([id, day]) => ({ id, upvotes: onDay.get(day)?.get(id) ?? null })).sort(byVotes),
    /** The papers that an author is on, on the latest of their days. */
    papersBy: (author: string): string[] =>
      [...latestDays()].filter(([id, day]) => authorsOn(day, id).includes(author)).map(([id]) => id),
    /** What filters match in the papers read so far. */
    matching(): Matching {
      const papers = [...latestDays()].map(([id, day]) => ({
        id,
        day,
        upvotes: onDay.get(day)?.get(id) ?? -1,
        hasCode: Boolean(seen.get(id)?.findLast(said => said.day === day)?.code),
        authors: authorsOn(day, id),
      }))
      return ({ minUpvotes = -1, hasCode, authors }, from) =>
        papers
          .filter(
            paper =>
              paper.day >= from &&
              paper.upvotes >= minUpvotes &&
              (hasCode === undefined || paper.hasCode === hasCode) &&
              (authors === undefined || authors.some(author => paper.authors.includes(author))),
          )
          .map(({ id }) => id)
    },
  }
}
export type Oracle = ReturnType<typeof createOracle>
