import type { SnapshotQuestions } from '@daily-papers/snapshot/questions.ts'
import { refusal } from './errors.ts'

/** Returns the current snapshot. */
export type CurrentSnapshot = () => Promise<SnapshotQuestions>

export const unavailable = (why: string) =>
  refusal(
    'SNAPSHOT_UNAVAILABLE',
    `Search, filters and numbers cannot be answered at the moment: ${why}. It is made after the next run of the ingest, or by \`pnpm snapshot\`; everything else is answered as always.`,
  )

/** The error of an API without snapshots. */
export const noSnapshot: CurrentSnapshot = async () => {
  throw unavailable('there is no snapshot of the corpus')
}
