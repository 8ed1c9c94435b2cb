import { type BackfillSummary, backfill, isComplete } from '@daily-papers/ingest/backfill.ts'
import { BACKFILL_GAP_MS } from '@daily-papers/ingest/backfill-pace.ts'
import type { Feed } from '@daily-papers/ingest/feed.ts'
import { hubFeed } from '@daily-papers/ingest/hub-feed.ts'
import { daysFrom, endOfDay } from '@daily-papers/papers/days.ts'
import type { Day, Instant } from '@daily-papers/papers/paper.ts'
import type { createClient } from '@daily-papers/store/client.ts'
import { lastReadings } from '@daily-papers/store/runs.ts'
import { createWriter } from '@daily-papers/store/writer.ts'
import { daysRecorded, startReplay } from '../days/recorded.ts'

/** How the backfill of all recorded days went. */
export interface RecordedBackfill {
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

const NOW: Instant = '2026-05-30T00:00:00.000Z'
/** The anonymous limit of the Hub in 5 minutes. */
const QUOTA = 500
/** It is ended after so many days, begun again, and ended again after so many more. */
const ENDED_AFTER = [211, 302]
const silent = { info() {}, warn() {}, error() {} }

/**
 * Brings every recorded day into a table by a backfill through the stand-in for the Hub with its limit, ended and begun
 * again twice. Waiting moves the clocks, and takes no time.
 */
export async function backfillRecorded(
  client: ReturnType<typeof createClient>,
  tableName: string,
): Promise<RecordedBackfill> {
  const replay = await startReplay(NOW, '--quota', String(QUOTA))
  let at = Date.parse(NOW)
  const result: RecordedBackfill = { parts: [], days: 0, asked: [], failed: [], requests: [] }
  const hub = hubFeed({
    baseUrl: replay.url,
    minimumGapMs: BACKFILL_GAP_MS,
    now: () => at,
    sleep: async ms => {
      at += ms
      await replay.setNow(new Date(at).toISOString())
    },
    fetch: async (...request) => {
      const response = await fetch(...request)
      result.requests.push({ at, status: response.status })
      return response
    },
  })
  try {
    const recorded = daysRecorded()
    const days = daysFrom(recorded[0] ?? '', recorded.at(-1) ?? '')
    result.days = days.length
    for (const most of [...ENDED_AFTER, days.length]) {
      const ended = new AbortController()
      let left = most
      const feed: Feed = {
        async read(day) {
          result.asked.push(day)
          if (left-- === 0) ended.abort(new Error('ended'))
          const reading = await hub.read(day, ended.signal)
          // As the folder of recordings has it, so that what the tests find does not hang on when it was read.
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
    replay.stop()
  }
  return result
}
