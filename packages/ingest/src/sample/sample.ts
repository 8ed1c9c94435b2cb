import { addDays, DAY_MS, isWeekend } from '@daily-papers/papers/days.ts'
import type { Day } from '@daily-papers/papers/paper.ts'
import type { Feed } from '../feed.ts'
import { grown } from './growth.ts'
import { sampleFeaturing, samplePaper } from './paper.ts'
import { createRandom } from './random.ts'

/** The number in an identifier has five digits. */
const PER_MONTH = 100_000
const DEFAULT_SEED = 1
/** As many papers as on an ordinary day of the feed. */
const DEFAULT_PAPERS_PER_DAY = 25
/** The numbers of a leap year must fit into the months from 99 down to 13. */
const MAX_PAPERS_PER_DAY = Math.floor((87 * PER_MONTH) / 366)

export interface SampleOptions {
  /** The same seed gives the same papers. */
  seed?: number
  /** From 0 to 23,770. */
  papersPerDay?: number
  /**
   * When the feed is read, in milliseconds since 1970: papers, votes and code appear over time. Default: all are
   * there.
   */
  at?: number
}

/**
 * One day of a made-up feed in the Hub's JSON, most upvotes first; empty on weekends. One day in ten features a paper of the
 * weekday before once more. @throws RangeError when `papersPerDay` is out of range.
 */
export function sampleEntries(day: Day, options: SampleOptions = {}): unknown[] {
  const { seed = DEFAULT_SEED, papersPerDay = DEFAULT_PAPERS_PER_DAY, at = Infinity } = options
  if (!Number.isInteger(papersPerDay) || papersPerDay < 0 || papersPerDay > MAX_PAPERS_PER_DAY)
    throw new RangeError(
      `papersPerDay is ${papersPerDay}; give a whole number from 0 to ${MAX_PAPERS_PER_DAY}`,
    )
  if (isWeekend(day) || papersPerDay === 0) return []
  const entryOf = (first: Day, index: number) => {
    const number = dayOfYear(first) * papersPerDay + index
    const id = sampleId(first, number)
    const { paper, ...outer } = samplePaper(id, number, first, seed)
    const { paper: counted, ...shown } = sampleFeaturing(id, day, seed)
    return { ...outer, ...shown, paper: { ...paper, ...counted } }
  }
  const entries = Array.from({ length: papersPerDay }, (_, index) => entryOf(day, index))
  if (createRandom(seed, Number(day.replaceAll('-', ''))).chance(0.1))
    entries.push(entryOf(weekdayBefore(day), 0))
  return grown(entries, at).sort((a, b) => (b.paper.upvotes ?? 0) - (a.paper.upvotes ?? 0))
}

/** A made-up feed, for a system that cannot reach the Hub. Every day is known; `now` is in milliseconds since 1970. */
export function sampleFeed({ now, ...options }: SampleOptions & { now: () => number }): Feed {
  return {
    async read(day) {
      return {
        day,
        readAt: new Date(now()).toISOString(),
        entries: sampleEntries(day, { at: now(), ...options }),
      }
    },
  }
}

/**
 * `2699.00012`: an identifier in arXiv's form that arXiv never issues, because its months end at 12. The sample's
 * months begin at 99, and go down when the numbers of a year do not fit into one.
 */
function sampleId(day: Day, number: number): string {
  const month = 99 - Math.floor(number / PER_MONTH)
  return `${day.slice(2, 4)}${month}.${String(number % PER_MONTH).padStart(5, '0')}`
}

/** 0 for 1 January. */
function dayOfYear(day: Day): number {
  return (Date.parse(day) - Date.parse(day.slice(0, 4))) / DAY_MS
}

function weekdayBefore(day: Day): Day {
  const before = addDays(day, -1)
  return isWeekend(before) ? weekdayBefore(before) : before
}
