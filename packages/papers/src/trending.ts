import { HOUR_MS } from './days.ts'
import type { Day } from './paper.ts'

/** In how many hours a vote loses half its weight. */
const HALF_LIFE_HOURS = 36

/**
 * How high a paper trends: the higher the hotter. Orders papers as if votes halved every 36 hours since the start of
 * the day they were featured on, yet never changes as time passes, so it can be stored. Unknown votes count as one.
 */
export function heat(upvotes: number | null, featuredOn: Day): number {
  return Math.log2(Math.max(upvotes ?? 1, 1)) + Date.parse(featuredOn) / HOUR_MS / HALF_LIFE_HOURS
}
