import type { DatabaseSync } from 'node:sqlite'
import type { FeedDay } from '@daily-papers/papers/entity.ts'
import type { Corpus, CorpusPaper, Written } from '@daily-papers/store/corpus.ts'
import { daysInOrder } from '../sql/previous.ts'
import type { CorpusRead } from './fill.ts'
import { previousPapers } from './previous-papers.ts'

interface DayRow {
  date: string
  paper_count: number
  settled: number
  changed_at: string
}

/** The corpus of an earlier snapshot with what was written since. */
export function continuedCorpus(
  database: DatabaseSync,
  { papers, days }: Written,
  emptyDays: Corpus['emptyDays'],
): CorpusRead {
  return {
    emptyDays,
    async *papers() {
      const written = papers.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
      const ids = new Set(papers.map(({ paper }) => paper.id))
      let next = 0
      for (const paper of previousPapers(database, id => !ids.has(id))) {
        const before = next
        while (next < written.length && placeOf(written[next] as CorpusPaper) < placeOf(paper)) next++
        yield [...written.slice(before, next), paper]
      }
      yield written.slice(next)
    },
    async days() {
      const known = (database.prepare(daysInOrder).all() as unknown as DayRow[]).map(dayOf)
      const all = new Map([...known, ...days].map(day => [day.date, day]))
      return [...all.values()].sort((a, b) => (a.date < b.date ? -1 : 1))
    },
  }
}

/** Position of a paper in the order of the table. */
const placeOf = ({ positions }: CorpusPaper): string => positions.featuredOn

const dayOf = ({ date, paper_count, settled, changed_at }: DayRow): FeedDay => ({
  date,
  paperCount: paper_count,
  // A snapshot does not store it.
  firstCount: 0,
  state: settled ? 'settled' : 'open',
  changedAt: changed_at,
})
