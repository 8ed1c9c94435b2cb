import { addDays, FIRST_DAY } from '@daily-papers/papers/days.ts'
import type { Day } from '@daily-papers/papers/paper.ts'
import type { Database } from '../sql/database.ts'
import * as sql from '../sql/trends.ts'
import { missingDays } from './missing-days.ts'
import type { NamedCount } from './paper-set.ts'
import { type Bucket, bucketOf, type Extent, extentOf } from './timeline.ts'

export interface Trend extends NamedCount {
  /** Mean of the known periods before. Null when fewer than three are known. */
  meanBefore: number | null
  change: number | null
  /** Number of the eight periods before that have no missing days: the known ones. */
  periodsBefore: number
  /** Number of missing days in the period itself. Above 0, it may have more papers. */
  missingDays: number
}

export interface TrendRequest {
  by: Bucket
  /** A day of the period. */
  at: Day
  rising: boolean
  limit: number
}

/** Number of periods before that a period is compared with, and how many of them must be known for a mean. */
const PERIODS_BEFORE = 8
const FEWEST_KNOWN = 3
/** So long after the last paper, neither a period nor the eight before it have papers. */
const DAYS_AFTER = 366

/**
 * Keywords by the change of their paper count in a period, against the mean of the known periods among the eight
 * before. Without a mean, keywords with most papers come first. Empty when none of the periods has papers.
 */
export function trendsOf(database: Database, { by, at, rising, limit }: TrendRequest): Trend[] {
  const extent = extentOf(database)
  if (!extent || at < bucketOf(extent.first, by).first || at > addDays(extent.last, DAYS_AFTER)) return []
  const period = bucketOf(at, by)
  const known = periodsBefore(period, by).filter(
    before => before.first >= FIRST_DAY && missingDays(database, before) === 0,
  )
  const hasMean = known.length >= FEWEST_KNOWN
  const rows = database.all<NamedCount & { meanBefore: number | null; change: number | null }>(
    sql.trends(rising ? 'rising' : 'falling'),
    {
      ...period,
      limit,
      known: JSON.stringify(hasMean ? known : []),
      // A division by NULL gives NULL.
      periods: hasMean ? known.length : null,
    },
  )
  return rows.map(row => ({
    ...row,
    periodsBefore: known.length,
    missingDays: missingDays(database, period),
  }))
}

function periodsBefore(period: Extent, by: Bucket): Extent[] {
  const before: Extent[] = []
  for (let next = period; before.length < PERIODS_BEFORE; ) {
    next = bucketOf(addDays(next.first, -1), by)
    before.push(next)
  }
  return before
}
