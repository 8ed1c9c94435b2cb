import type { Writer } from '@daily-papers/store/writer.ts'
import type { ArtefactSource, Feed } from '../feed.ts'
import { type IngestSummary, ingest } from '../ingest.ts'
import type { Log, WriteLine } from '../log.ts'
import { historyBy } from '../schedule.ts'
import { type Work, workOf } from './event.ts'
import { metricLine } from './metrics.ts'

/** Values that live as long as the process. */
export interface Lifetime {
  /** A feed for each source of work, because their paces differ. */
  feeds: Record<Work['source'], Feed>
  /** The source of artefacts, for scheduled runs. */
  artefacts?: ArtefactSource
  store: Writer
  log: Log
  /** Where the metrics go. */
  write: WriteLine
  now: () => number
}

/** The part of Lambda's context that is used. */
export interface InvocationContext {
  functionName: string
  getRemainingTimeInMillis(): number
}

/** The partial response to SQS: these messages come again. */
export interface BatchAnswer {
  batchItemFailures: { itemIdentifier: string }[]
}

/** Time reserved at the end of an invocation, to write what was read before Lambda ends it. */
export const LAST_WRITES_MS = 45_000

/**
 * Runs the ingest for one event. For a batch, returns the messages that failed.
 * @throws Error naming the days that failed, for Lambda's failure destination, unless the event was a batch
 */
export function createHandler({ feeds, artefacts, store, log, write, now }: Lifetime) {
  return async (event: unknown, context: InvocationContext): Promise<IngestSummary | BatchAnswer> => {
    const refreshes = await store.lastRefreshes()
    const { source, days, messages } = workOf(event, now(), refreshes)
    const end = endBefore(context.getRemainingTimeInMillis())
    const bySchedule = { refresh: refreshes, ...(artefacts && { artefacts }) }
    const how = { schedule: bySchedule, message: { isHistory: historyBy(refreshes) }, hand: {} }
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
    // Only scheduled runs report the newest day, because a backfill reads old days on purpose.
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
    () => controller.abort(new Error('not read: the time limit of this invocation was near')),
    remainingMs - Math.min(LAST_WRITES_MS, remainingMs / 4),
  )
  return { signal: controller.signal, clear: () => clearTimeout(timer) }
}
