import { currentSnapshot } from '@daily-papers/snapshot/current.ts'
import { type Snapshot, SnapshotError } from '@daily-papers/snapshot/open.ts'
import type { Place } from '@daily-papers/snapshot/place.ts'
import { refusal } from './errors.ts'
import { type Log, logToStderr } from './http/message.ts'
import { describeError } from './http/public-errors.ts'

/** Gives the snapshot of the corpus to answer from. */
export type CurrentSnapshot = () => Promise<Snapshot>

const unavailable = (why: string) =>
  refusal(
    'SNAPSHOT_UNAVAILABLE',
    `Search, filters and numbers cannot be answered at the moment: ${why}. It is made after the next run of the ingest, or by \`pnpm snapshot\`; everything else is answered as always.`,
  )

/** What an API without snapshots answers. */
export const noSnapshot: CurrentSnapshot = async () => {
  throw unavailable('there is no snapshot of the corpus')
}

/** The snapshot that all requests share, opened by the first that needs it. Why there is none is told, and logged. */
export function sharedSnapshot(place: Place, now: () => number, log: Log = logToStderr): CurrentSnapshot {
  const tell = (event: string, level: 'warn' | 'error') => (error: unknown) =>
    log({ level, event, error: describeError(error) })
  const current = currentSnapshot({ place, now, onStale: tell('no newer snapshot', 'warn') })
  return async () => {
    try {
      return await current()
    } catch (error) {
      tell('no snapshot', 'error')(error)
      throw unavailable(error instanceof SnapshotError ? error.message : 'the snapshot could not be read')
    }
  }
}
