import { createHash } from 'node:crypto'
import type { Feed } from '@daily-papers/ingest/feed.ts'
import { hubFeed } from '@daily-papers/ingest/hub-feed.ts'
import { parseEntry } from '@daily-papers/ingest/parse.ts'
import type { Counters, Day, Instant } from '@daily-papers/papers/paper.ts'
import type { HubEntry } from '../../days/corpus.ts'
import type { FaultRule } from '../../days/hub/faults.ts'
import type { Hub } from '../../days/hub/hub.ts'

/** What the Hub said of a paper on one of its days. */
export interface Said extends Counters {
  day: Day
  at: Instant
  /** The linked repository and who added it, as JSON; null without one. */
  code: string | null
  /** A digest of all else that describes it. */
  description: string
}

export function saidIn(raw: HubEntry, day: Day, at: Instant): Said {
  const parsed = parseEntry(raw, day)
  if ('problem' in parsed) throw new Error(`${raw.paper.id}: ${parsed.problem}`)
  const { code, discussionId, ...described } = parsed.entry.description
  const { upvotes = null, githubStars = null } = raw.paper
  return {
    day,
    at,
    upvotes,
    comments: raw.numComments ?? null,
    githubStars,
    code: code && JSON.stringify(code),
    description: createHash('sha1').update(JSON.stringify(described)).digest('base64'),
  }
}

/** All that was read of the Hub, by the ten minutes in which its clock stood still. */
export type MonthHub = ReturnType<typeof createMonthHub>

/** Together one request in twenty. */
const SHARE = 0.05 / 4
const FAULTS: FaultRule[] = [
  { kind: 'status', status: 503, p: SHARE },
  { kind: 'reset', p: SHARE },
  { kind: 'truncate', p: SHARE },
  { kind: 'html', p: SHARE },
]

export const tenMinutesOf = (at: Instant): string => at.slice(0, 15)

/** Whether an element of the feed has all that is needed to store it. */
function isEntry(element: unknown): element is HubEntry {
  const paper = (element as HubEntry | null)?.paper
  return Array.isArray(paper?.authors) && paper.title !== null && !Number.isNaN(Date.parse(paper.publishedAt))
}

/** The stand-in for the Hub, with faults, and a record of what it said. */
export function createMonthHub(
  served: Hub,
  seed: number,
  { faults = FAULTS, requestTimeoutMs = 20_000 } = {},
) {
  const ever = new Map<string, Said>()
  const feedAt = (now: number): Feed & { said: Map<Day, [id: string, Said][]> } => {
    const hub = hubFeed({
      baseUrl: served.url,
      now: () => now,
      sleep: async () => {},
      requestTimeoutMs,
      retries: 1,
    })
    const said = new Map<Day, [string, Said][]>()
    return {
      said,
      async read(day) {
        const reading = await hub.read(day)
        if ('absent' in reading) return reading
        const { readAt } = reading
        const entries = reading.entries.filter(isEntry)
        said.set(
          day,
          entries.map(raw => [raw.paper.id, saidIn(raw, day, readAt)]),
        )
        for (const [id, each] of said.get(day) ?? []) ever.set(`${id} ${day} ${tenMinutesOf(readAt)}`, each)
        return reading
      },
    }
  }
  return {
    url: served.url,
    feedAt,
    /** Moves its clock, which stands still there. */
    setNow(now: number): void {
      served.setNow(new Date(now).toISOString())
      served.setFaults(seed + now / 60_000, faults)
    },
    /** What it says of days now, without a fault. */
    async ask(now: number, days: readonly Day[]) {
      served.setFaults(seed, [])
      const feed = feedAt(now)
      for (const day of days) await feed.read(day)
      return feed.said
    },
    /** What it said of a paper on a day at an instant, if it was asked then. */
    saidOf: (id: string, day: Day, at: Instant) => ever.get(`${id} ${day} ${tenMinutesOf(at)}`),
  }
}
