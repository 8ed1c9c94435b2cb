import type { IngestSummary } from '@daily-papers/ingest/ingest.ts'
import type { Log } from '@daily-papers/ingest/log.ts'
import type { Database } from '../database.ts'
import type { Env } from '../env.ts'
import { snapshotFolder } from './snapshot-folder.ts'
import { runSnapshotJob } from './snapshot-job.ts'

export interface SnapshotAfterOptions {
  env: Pick<Env, 'DATA_DIR'>
  database: Pick<Database, 'endpoint'>
  tableName: string
  now: () => number
  log: Log
  signal: AbortSignal
}

/**
 * Makes the snapshot of a table anew when a run has changed it, this one or one whose build was missed. A build that fails
 * is told in one line, as the run itself has not; the signal ends it, for the next run to make up for.
 * @throws when the signal aborts
 */
export async function snapshotAfter(
  { new: added, changed }: Pick<IngestSummary, 'new' | 'changed'>,
  { env, database, tableName, now, log, signal }: SnapshotAfterOptions,
): Promise<void> {
  signal.throwIfAborted()
  const folder = snapshotFolder(env, tableName)
  const job = { endpoint: database.endpoint, tableName, folder, now: new Date(now()).toISOString() }
  await runSnapshotJob({ ...job, force: added + changed > 0 }, signal).catch(error => {
    signal.throwIfAborted()
    log.error('no snapshot was built, so search and numbers stay as they were: run pnpm snapshot', { error })
  })
}
