import { addDays, DAY_MS, endOfDay, REFRESHED_DAYS } from '@daily-papers/papers/days.ts'
import type { Day, Instant } from '@daily-papers/papers/paper.ts'
import { type IngestOptions, type IngestSummary, ingest } from './ingest.ts'
import { historyBy } from './schedule.ts'

/** Days between two run records. At most this many empty days are read again after a backfill is killed. */
const RUN_DAYS = 30

/**
 * Whether a day last read at `readAt` is done: the Hub no longer changed it by then, or it was read within the last 24
 * hours.
 * @param changesForDays how long a day changes after its end
 */
export function isComplete(
  day: Day,
  readAt: Instant | undefined,
  now: number,
  changesForDays: number = REFRESHED_DAYS,
): boolean {
  if (readAt === undefined) return false
  return readAt >= endOfDay(addDays(day, changesForDays)) || Date.parse(readAt) > now - DAY_MS
}

export interface BackfillOptions extends Omit<IngestOptions, 'isHistory' | 'ids'> {
  /** The days to read, oldest first. They are read newest first, because readers want recent days first. */
  days: readonly Day[]
}

export interface BackfillSummary extends IngestSummary {
  /** Days that were not tried after many failures in a row. */
  untried: Day[]
}

/**
 * Loads many days by several runs, each with its record. So it may be ended at any instant, and repeated for the days
 * that are not complete. Old days create no changes (see `historyBy`).
 *
 * A failed day does not stop the others. If all days of a run fail, the feed is down and the backfill ends. A day with
 * unreadable entries is not complete. The log names these days at the end.
 */
export async function backfill(options: BackfillOptions): Promise<BackfillSummary> {
  const { store, log, signal, onProgress, now = Date.now } = options
  const days = options.days.toReversed()
  const startedAt = new Date(now()).toISOString()
  const ids = new Set<string>()
  const runs: IngestSummary[] = []
  const failed = (): IngestSummary['failed'] => runs.flatMap(run => run.failed)
  let done = 0
  while (done < days.length && !signal?.aborted) {
    const offset = done
    const before = failed().length
    const run = await ingest({
      ...options,
      isHistory: historyBy(await store.lastRefreshes()),
      ids,
      days: days.slice(offset, offset + RUN_DAYS),
      onProgress: progress =>
        onProgress?.({
          ...progress,
          done: offset + progress.done,
          total: days.length,
          failed: before + progress.failed,
        }),
    })
    runs.push(run)
    done += RUN_DAYS
    if (run.failed.length === RUN_DAYS) break
  }
  const partial = runs.flatMap(run => run.partial ?? [])
  if (partial.length > 0)
    log.warn('entries of these days could not be read; the next backfill reads the days again', {
      days: partial,
    })
  const sum = (of: (run: IngestSummary) => number): number => runs.reduce((all, run) => all + of(run), 0)
  return {
    days: sum(run => run.days),
    daysWithPapers: sum(run => run.daysWithPapers),
    papers: ids.size,
    new: sum(run => run.new),
    changed: sum(run => run.changed),
    skipped: sum(run => run.skipped),
    ...(partial.length > 0 ? { partial } : {}),
    failed: failed(),
    untried: days.slice(done),
    startedAt,
    finishedAt: new Date(now()).toISOString(),
    feedLatencyMs: null,
    newestDay:
      runs
        .flatMap(run => run.newestDay ?? [])
        .sort()
        .at(-1) ?? null,
  }
}
