import { type CurrentSnapshot, unavailable } from '@daily-papers/graph/no-snapshot.ts'
import type { Place } from '@daily-papers/snapshot/place.ts'
import { type Log, type LogEvent, logToStderr } from './http/log.ts'
import { describeError } from './http/public-errors.ts'
import { loadedOnce } from './loaded-once.ts'

/** The snapshot that all requests share. The first that needs it opens it. If there is none, the reason is logged. */
export function sharedSnapshot(
  place: Place,
  {
    now,
    log = logToStderr(now),
    waitMs,
  }: { now: () => number; log?: Log | undefined; waitMs?: number | undefined },
): CurrentSnapshot {
  const tell = (message: string, level: LogEvent['level']) => (error: unknown) =>
    log({ level, message, error: describeError(error) })
  // Loaded with SQLite by the first request that needs it.
  const loaded = loadedOnce(async () => {
    const { currentSnapshot } = await import('@daily-papers/snapshot/current.ts')
    return currentSnapshot({ place, now, waitMs, onStale: tell('no newer snapshot', 'WARN') })
  })
  return async () => {
    try {
      return await (await loaded())()
    } catch (error) {
      // A snapshot that is not built yet is no failure.
      const why = error instanceof Error && error.name === 'SnapshotError' ? error.message : null
      if (why) log({ level: 'INFO', message: 'search and statistics are not ready', reason: why })
      else tell('no snapshot', 'ERROR')(error)
      throw unavailable(why ?? 'the snapshot could not be read')
    }
  }
}
