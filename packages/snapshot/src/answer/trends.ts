import { addDays } from '@daily-papers/papers/days.ts'
import type { Day } from '@daily-papers/papers/paper.ts'
import type { Database } from '../sql/database.ts'
import * as sql from '../sql/trends.ts'
import type { NamedCount } from './paper-set.ts'
import { type Bucket, bucketOf, extentOf } from './timeline.ts'

export interface Trend extends NamedCount {
  meanBefore: number
  change: number
}

export interface TrendRequest {
  by: Bucket
  /** A day of the period. */
  at: Day
  rising: boolean
  limit: number
}

/** So long after the last paper, nine months and more, neither a stretch nor the eight before it have any. */
const DAYS_AFTER = 366

/** Keywords that moved most in the stretch of a day, against the mean of the eight before; none where none has papers. */
export function trendsOf(database: Database, { by, at, rising, limit }: TrendRequest): Trend[] {
  const extent = extentOf(database)
  if (!extent || at < bucketOf(extent.first, by).first || at > addDays(extent.last, DAYS_AFTER)) return []
  const { first, last } = bucketOf(at, by)
  let start = first
  for (let before = 0; before < 8; before++) start = bucketOf(addDays(start, -1), by).first
  return database.all(sql.trends(rising), { start, first, last, limit })
}
