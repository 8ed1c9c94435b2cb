import type { Writer } from '@daily-papers/store/writer.ts'
import type { ArtefactSource, Feed } from '../feed.ts'
import { type IngestSummary, ingest } from '../ingest.ts'
import type { Log, WriteLine } from '../log.ts'
import { pastBy } from '../schedule.ts'
import { daysOf, type Work } from './event.ts'
import { metricLine } from './metrics.ts'

/** What lives as long as the process. */
export interface Lifetime {
  /** A feed for each source of work, as they differ in pace. */
  feeds: Record<Work['source'], Feed>
  /** What the schedule reads besides the feed. */
  artefacts?: ArtefactSource
  store: Writer
  log: Log
  /** Where the metrics go. */
  write: WriteLine
  now: () => number
}

/** What is used of Lambda's context. */
export interface InvocationContext {
  functionName: string
  getRemainingTimeInMillis(): number
}

/** SQS's partial answer: these messages come again. */
export interface BatchAnswer {
  batchItemFailures: { itemIdentifier: string }[]
}

/** Kept back at the end of an invocation, so that what was read is written before Lambda ends it. */
export const LAST_WRITES_MS = 45_000

/**
 * Runs the ingest for one event. A batch is answered with the messages that failed.
 * @throws Error naming the days that failed, unless the event was a batch: that is what Lambda's failure destination sees.
 */
export function createHandler({ feeds, artefacts, store, log, write, now }: Lifetime) {
  return async (event: unknown, context: InvocationContext): Promise<IngestSummary | BatchAnswer> => {
    const refreshes = await store.lastRefreshes()
    const { source, days, messages } = daysOf(event, now(), refreshes)
    const end = endBefore(context.getRemainingTimeInMillis())
    const bySchedule = { refresh: refreshes, ...(artefacts && { artefacts }) }
    const how = { schedule: bySchedule, message: { isPast: pastBy(refreshes) }, hand: {} }
    const summary = await ingest({
      days,
      ...how[source],
      feed: feeds[source],
      store,
      log,
      now,
      signal: end.signal,
    }).finally(end.clear)

    log.info('run ended', { source, ...summary })
    // Only the schedule looks for the newest day: the past that a backfill reads is old by intention.
    write(
      metricLine(
        { ...summary, newestDay: source === 'schedule' ? summary.newestDay : null },
        now(),
        context.functionName,
      ),
    )

    const failed = new Set(summary.failed.map(({ day }) => day))
    if (source === 'message') {
      const again = messages.filter(({ day }) => day === null || failed.has(day))
      for (const { messageId, day } of again) log.warn('message failed', { messageId, day })
      return { batchItemFailures: again.map(({ messageId }) => ({ itemIdentifier: messageId })) }
    }
    if (failed.size > 0) {
      throw new Error(
        `${failed.size} of ${days.length} days failed: ${[...failed].join(', ')}. The first: ${summary.failed[0]?.reason}`,
      )
    }
    return summary
  }
}

/** A signal that ends the reading while there is still time to write. */
function endBefore(remainingMs: number) {
  const controller = new AbortController()
  const timer = setTimeout(
    () => controller.abort(new Error('not read: the time of this invocation was nearly over')),
    remainingMs - Math.min(LAST_WRITES_MS, remainingMs / 4),
  )
  return { signal: controller.signal, clear: () => clearTimeout(timer) }
}
