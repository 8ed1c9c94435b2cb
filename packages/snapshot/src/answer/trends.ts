import { addDays, FIRST_DAY } from '@daily-papers/papers/days.ts'
import type { Day } from '@daily-papers/papers/paper.ts'
import type { Database } from '../sql/database.ts'
import * as sql from '../sql/trends.ts'
import { missingDays } from './missing-days.ts'
import type { NamedCount } from './paper-set.ts'
import { type Bucket, bucketOf, type Extent, extentOf } from './timeline.ts'

export interface Trend extends NamedCount {
  /** Of the periods before that are known; null when they are fewer than three. */
  meanBefore: number | null
  change: number | null
  /** How many of the eight periods before are known. */
  periodsBefore: number
  /** Days of the period itself that are missing: above 0, it may have more papers. */
  missingDays: number
}

export interface TrendRequest {
  by: Bucket
  /** A day of the period. */
  at: Day
  rising: boolean
  limit: number
}

/** Periods that a period is compared with, and how many of them must be known for a mean. */
const PERIODS_BEFORE = 8
const FEWEST_KNOWN = 3
/** More than nine months after the last paper, neither a period nor the eight before it have any. */
const DAYS_AFTER = 366

/**
 * Keywords that moved most in the period of a day, against the mean of those of the eight periods before that no day is
 * missing of. Without a mean, keywords come by their papers. Empty when no paper is in any of the periods.
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
      // A quotient by NULL is NULL.
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
