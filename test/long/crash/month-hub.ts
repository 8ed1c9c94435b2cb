import type { Feed } from '@daily-papers/ingest/feed.ts'
import { hubFeed } from '@daily-papers/ingest/hub-feed.ts'
import type { Counters, Day, Instant } from '@daily-papers/papers/paper.ts'
import type { Replay } from '../../recorded/days/recorded.ts'

/** What the Hub said of a paper on one of its days. */
export interface Said extends Counters {
  day: Day
  at: Instant
  hasCode: boolean
  /** Whether it had the summary and the keywords that a model writes hours later: all of a description that changes with time. */
  isSummarised: boolean
}

/** An entry as the Hub sends it. */
interface Raw {
  numComments: number
  paper: {
    id: string
    upvotes: number
    githubStars?: number
    githubRepo?: string
    projectPage?: string
    ai_summary?: string
    ai_keywords?: string[]
  }
}

function saidIn({ paper, numComments }: Raw, day: Day, at: Instant): Said {
  const { upvotes, githubStars = null, githubRepo, projectPage = '', ai_summary, ai_keywords = [] } = paper
  return {
    day,
    at,
    upvotes,
    comments: numComments,
    githubStars,
    hasCode: githubRepo !== undefined || /github\.com\/[^/]+\/[^/]+/.test(projectPage),
    isSummarised: ai_summary !== undefined || ai_keywords.length > 0,
  }
}

/** All that was read of the Hub, by the ten minutes in which its clock stood still. */
export type Hub = ReturnType<typeof createHub>

/** Together one request in twenty. */
const FAULTS = [{ kind: 'status', status: 503 }, { kind: 'reset' }, { kind: 'truncate' }, { kind: 'html' }]

export const tenMinutesOf = (at: Instant): string => at.slice(0, 15)

/** The stand-in for the Hub, with faults, and a record of what it said. */
export function createHub(replay: Replay, seed: number) {
  const ever = new Map<string, Said>()
  const setFaults = (share: number, more: number) =>
    replay.setFaults({
      seed: seed + more,
      rules: FAULTS.map(fault => ({ ...fault, p: share / FAULTS.length })),
    })
  const feedAt = (now: number): Feed & { said: Map<Day, [id: string, Said][]> } => {
    const hub = hubFeed({ baseUrl: replay.url, now: () => now, sleep: async () => {}, retries: 1 })
    const said = new Map<Day, [string, Said][]>()
    return {
      said,
      async read(day) {
        const reading = await hub.read(day)
        if ('absent' in reading) return reading
        const { readAt } = reading
        const entries = reading.entries as Raw[]
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
    url: replay.url,
    feedAt,
    /** Moves its clock, which stands still there. */
    async setNow(now: number): Promise<void> {
      await replay.setNow(new Date(now).toISOString())
      await setFaults(0.05, now / 60_000)
    },
    /** What it says of days now, without a fault. */
    async ask(now: number, days: readonly Day[]) {
      await setFaults(0, 0)
      const feed = feedAt(now)
      for (const day of days) await feed.read(day)
      return feed.said
    },
    /** What it said of a paper on a day at an instant, if it was asked then. */
    saidOf: (id: string, day: Day, at: Instant) => ever.get(`${id} ${day} ${tenMinutesOf(at)}`),
  }
}
