import { ingest } from '@daily-papers/ingest/ingest.ts'
import type { Log } from '@daily-papers/ingest/log.ts'
import { sampleFeed } from '@daily-papers/ingest/sample.ts'
import { dayOf, HOUR_MS, lastDays } from '@daily-papers/papers/days.ts'
import type { Writer } from '@daily-papers/store/writer.ts'

/** Instants of the earlier readings of the sample, oldest first. */
const HOURS_AGO = [72, 24, 6]
export const SAMPLE_DAYS = 7

/** Reads the sample as earlier runs would have, so that its papers have a history, gains and changes. */
export async function sampleHistory(
  store: Writer,
  log: Log,
  now: number,
  signal: AbortSignal,
): Promise<void> {
  for (const hours of HOURS_AGO) {
    const then = () => now - hours * HOUR_MS
    const days = lastDays(dayOf(then()), SAMPLE_DAYS)
    const refresh = await store.lastRefreshes()
    await ingest({ days, refresh, feed: sampleFeed({ now: then }), store, log, now: then, signal })
    signal.throwIfAborted()
  }
}
