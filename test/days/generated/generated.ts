import { sampleEntries } from '@daily-papers/ingest/sample.ts'
import { daysFrom } from '@daily-papers/papers/days.ts'
import type { Day } from '@daily-papers/papers/paper.ts'
import type { Corpus, HubEntry } from '../corpus.ts'
import { featureAgain, fillDay } from './days.ts'
import { addOddities } from './oddities.ts'

/** A few days of each form that entries had, then eighteen weeks in a row, with the end of a year in them. */
const SPANS: Span[] = [
  ['2024-05-27', '2024-06-14'],
  ['2025-09-26', '2025-10-03'],
  ['2025-11-10', '2026-03-13'],
]
export type Span = readonly [from: Day, to: Day]
/** Entries by day, ascending. */
export type Days = Map<Day, HubEntry[]>

/** Days of the feed that are made, with all that is odd about the real ones: the same for the same seed. */
export function generateDays(seed: number, spans: readonly Span[], papersPerDay: number): Days {
  const days: Days = new Map(
    spans
      .flatMap(([from, to]) => daysFrom(from, to))
      .map(day => [day, sampleEntries(day, { seed, papersPerDay }) as HubEntry[]] as const)
      .filter(([, entries]) => entries.length > 0),
  )
  addOddities(days)
  featureAgain(days)
  fillDay(days, seed)
  for (const entries of days.values()) entries.sort(byUpvotes)
  return days
}

const byUpvotes = (a: HubEntry, b: HubEntry): number =>
  (b.paper.upvotes ?? 0) - (a.paper.upvotes ?? 0) || (a.paper.id < b.paper.id ? 1 : -1)

/** Days that are made, as a corpus. */
export const corpusOf = (days: Days, { now, monday }: Pick<Corpus, 'now' | 'monday'>): Corpus => ({
  name: 'generated',
  days: [...days.keys()],
  entriesOn: day => days.get(day) ?? [],
  now,
  monday,
})

export const generated: Corpus = corpusOf(generateDays(1, SPANS, 9), {
  now: '2026-03-14T08:00:00.000Z',
  monday: '2026-02-09',
})
