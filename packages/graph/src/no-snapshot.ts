import type { SnapshotQuestions } from '@daily-papers/snapshot/questions.ts'
import { refusal } from './errors.ts'

/** Returns the current snapshot. */
export type CurrentSnapshot = () => Promise<SnapshotQuestions>

export const unavailable = (why: string) =>
  refusal(
    'SNAPSHOT_UNAVAILABLE',
    `Search, filters and statistics are not available at the moment: ${why}. The next run of the ingest builds a snapshot, and so does \`pnpm snapshot\`. All other fields work.`,
  )

/** The error of an API without snapshots. */
export const noSnapshot: CurrentSnapshot = async () => {
  throw unavailable('there is no snapshot')
}
