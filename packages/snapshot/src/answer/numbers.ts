import { addDays } from '@daily-papers/papers/days.ts'
import type { Day } from '@daily-papers/papers/paper.ts'
import type { Database } from '../sql/database.ts'
import * as sql from '../sql/numbers.ts'
import { type Bucket, bucketOf, bucketsFrom } from './buckets.ts'
import type { Counted } from './counts.ts'
import { type Conditions, conditionsOf, type PaperFilter } from './filter.ts'

/** How a number spreads over the papers of which it is known; nulls when it is known of none. */
export interface Distribution {
  known: number
  sum: number
  mean: number | null
  median: number | null
  max: number | null
}

export function distributionOf(
  database: Database,
  column: 'upvotes' | 'github_stars',
  { where, parameters }: Conditions,
): Distribution {
  const values = database
    .all<{ value: number }>(sql.valuesOf(column, where), parameters)
    .map(row => row.value)
  const known = values.length
  const sum = values.reduce((all, value) => all + value, 0)
  const [low, high] = [values[Math.ceil(known / 2) - 1], values[Math.floor(known / 2)]]
  return {
    known,
    sum,
    mean: known ? sum / known : null,
    median: low === undefined || high === undefined ? null : (low + high) / 2,
    max: values.at(-1) ?? null,
  }
}

export interface TimelinePoint {
  from: Day
  to: Day
  papers: number
  /** Of all papers, not those asked for alone. */
  allPapers: number
}

/** The days that have papers, from the first to the last; null when there are none. */
export function extentOf(database: Database): { first: Day; last: Day } | null {
  const found = database.one<{ first: Day | null; last: Day | null }>(sql.firstAndLastDay)
  return found?.first && found.last ? { first: found.first, last: found.last } : null
}

/** Papers by the day that first featured them, in stretches of time without a gap, from one day to another. */
export function timelineOf(
  database: Database,
  filter: PaperFilter,
  by: Bucket,
  { first, last }: { first: Day; last: Day },
): TimelinePoint[] {
  const countsOf = (which: PaperFilter): Map<Day, number> => {
    const { where, parameters } = conditionsOf(which)
    const counts = new Map<Day, number>()
    for (const { day, papers } of database.all<{ day: Day; papers: number }>(
      sql.papersByDay(where),
      parameters,
    )) {
      const { first } = bucketOf(day, by)
      counts.set(first, (counts.get(first) ?? 0) + papers)
    }
    return counts
  }
  const [wanted, all] = [countsOf(filter), countsOf({})]
  return bucketsFrom(first, last, by).map(bucket => ({
    from: bucket.first,
    to: bucket.last,
    papers: wanted.get(bucket.first) ?? 0,
    allPapers: all.get(bucket.first) ?? 0,
  }))
}

export interface Trend extends Counted {
  meanBefore: number
  change: number
}

/** So long after the last paper, nine months and more, neither a stretch nor the eight before it have any. */
const DAYS_AFTER = 366

/** Keywords that moved most in the stretch of a day, against the mean of the eight before; none where none has papers. */
export function trendsOf(
  database: Database,
  { by, at, rising, limit }: { by: Bucket; at: Day; rising: boolean; limit: number },
): Trend[] {
  const extent = extentOf(database)
  if (!extent || at < bucketOf(extent.first, by).first || at > addDays(extent.last, DAYS_AFTER)) return []
  const { first, last } = bucketOf(at, by)
  let start = first
  for (let before = 0; before < 8; before++) start = bucketOf(addDays(start, -1), by).first
  return database.all(sql.trends(rising), { start, first, last, limit })
}
