import type { Feed } from '@daily-papers/ingest/feed.ts'
import type { Day } from '@daily-papers/papers/paper.ts'

/**
 * Reads a day to see whether the feed answers. Null if it does, else the reason.
 * @throws when the signal aborts
 */
export async function askFeed(
  feed: Feed,
  day: Day,
  patienceMs: number,
  signal: AbortSignal,
): Promise<string | null> {
  const patience = AbortSignal.timeout(patienceMs)
  try {
    await feed.read(day, AbortSignal.any([signal, patience]))
    return null
  } catch (error) {
    signal.throwIfAborted()
    if (patience.aborted) return `no answer within ${patienceMs / 1_000} s`
    return error instanceof Error ? error.message : String(error)
  }
}
