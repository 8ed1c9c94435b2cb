import { type BackfillSummary, backfill, isComplete } from '@daily-papers/ingest/backfill.ts'
import { BACKFILL_GAP_MS } from '@daily-papers/ingest/backfill-pace.ts'
import type { Feed } from '@daily-papers/ingest/feed.ts'
import { hubFeed } from '@daily-papers/ingest/hub-feed.ts'
import { daysFrom, endOfDay } from '@daily-papers/papers/days.ts'
import type { Day } from '@daily-papers/papers/paper.ts'
import type { createClient } from '@daily-papers/store/client.ts'
import { lastReadings } from '@daily-papers/store/runs.ts'
import { createWriter } from '@daily-papers/store/writer.ts'
import type { Corpus } from '../../days/corpus.ts'
import { startHub } from '../../days/hub/hub.ts'

/** How a backfill of all days of a corpus went. */
export interface EndedBackfill {
  /** From its beginning or from where it was ended, to where it was ended or had everything. */
  parts: Pick<BackfillSummary, 'days' | 'daysWithPapers' | 'new' | 'changed' | 'skipped' | 'untried'>[]
  /** Days of the calendar that it was to read. */
  days: number
  /** Days in the order asked. */
  asked: Day[]
  /** Days that failed in the last part. */
  failed: BackfillSummary['failed']
  /** Instants of its requests, and the status of each answer. */
  requests: { at: number; status: number }[]
}

/** The anonymous limit of the Hub in 5 minutes. */
const QUOTA = 500
/** It is ended after so many days, begun again, and ended again after so many more. */
const ENDED_AFTER = [211, 302]
const silent = { info() {}, warn() {}, error() {} }

/**
 * Brings every day of a corpus into a table by a backfill from a Hub with its limit. The backfill is ended twice and begun
 * again. Waits move the clocks and take no time.
 */
export async function backfillWithEnds(
  corpus: Corpus,
  client: ReturnType<typeof createClient>,
  tableName: string,
): Promise<EndedBackfill> {
  const hub = await startHub(corpus, { now: corpus.now, quota: QUOTA })
  let at = Date.parse(corpus.now)
  const result: EndedBackfill = { parts: [], days: 0, asked: [], failed: [], requests: [] }
  const whole = hubFeed({
    baseUrl: hub.url,
    minimumGapMs: BACKFILL_GAP_MS,
    now: () => at,
    sleep: async ms => {
      at += ms
      hub.setNow(new Date(at).toISOString())
    },
    fetch: async (...request) => {
      const response = await fetch(...request)
      result.requests.push({ at, status: response.status })
      return response
    },
  })
  try {
    const days = daysFrom(corpus.days[0] ?? '', corpus.days.at(-1) ?? '')
    result.days = days.length
    for (const most of [...ENDED_AFTER, days.length]) {
      const ended = new AbortController()
      let left = most
      const feed: Feed = {
        async read(day) {
          result.asked.push(day)
          if (left-- === 0) ended.abort(new Error('ended'))
          const reading = await whole.read(day, ended.signal)
          if ('absent' in reading) return reading
          // What tests find must not depend on when a day was read.
          return { ...reading, readAt: endOfDay(day) }
        },
      }
      const known = await lastReadings(client, tableName)
      const summary = await backfill({
        days: days.filter(day => !isComplete(day, known.get(day), at, 0)),
        feed,
        store: createWriter(client, tableName, { owner: 'setup' }),
        log: silent,
        now: () => at,
        signal: ended.signal,
      })
      result.parts.push(summary)
      result.failed = summary.failed
    }
  } finally {
    await hub.close()
  }
  return result
}
