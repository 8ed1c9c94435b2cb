import type { Counters, Day, Description, Entry, Featuring } from '@daily-papers/papers/paper.ts'
import { type DayReading, hashOfReading, type ReadEntry } from '../items/reading.ts'
import type { Run } from '../items/runs.ts'

export interface EntryOptions {
  description?: Partial<Description>
  featuring?: Partial<Featuring>
  counters?: Partial<Counters>
}

/** A person on a paper, without an account. */
export const printed = (name: string) => ({ name, account: null, claim: null })

/** An account as the feed shows it. */
export const account = (username: string) => ({ username, fullName: `Full ${username}`, avatar: null })

/** An entry as the parser gives it; says as little as it can but for what is asked. */
export function readEntry(
  id: string,
  day: Day,
  { description, featuring, counters }: EntryOptions = {},
): ReadEntry {
  const entry: Entry = {
    description: {
      id,
      title: `Paper ${id}`,
      abstract: `About ${id}.`,
      publishedAt: '2024-01-01T00:00:00.000Z',
      withdrawnAt: null,
      authors: [printed('Ada Example'), printed(`Only ${id}`)],
      keywords: ['sampling'],
      aiSummary: null,
      organization: null,
      code: null,
      projectPage: null,
      thumbnail: null,
      media: [],
      discussionId: null,
      ...description,
    },
    featuring: { day, submittedAt: null, submitter: null, authorParticipates: null, ...featuring },
    counters: { upvotes: 1, comments: 0, githubStars: null, ...counters },
  }
  return { entry, raw: { paper: entry.description, featuring: entry.featuring } as Record<string, unknown> }
}

export const reading = (day: Day, readAt: string, ...entries: ReadEntry[]): DayReading => ({
  day,
  readAt,
  entries,
})

/** The record of a run that made these readings. */
export const runOf = (...readings: DayReading[]): Run => ({
  startedAt: readings[0]?.readAt ?? '',
  finishedAt: readings[0]?.readAt ?? '',
  days: readings.length,
  papers: 0,
  new: 0,
  changed: 0,
  skipped: 0,
  failed: [],
  readings: readings
    .filter(({ entries }) => entries.length > 0)
    .map(each => ({ day: each.day, readAt: each.readAt, hash: hashOfReading(each) })),
})
