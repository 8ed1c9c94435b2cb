import type { Log } from '@daily-papers/ingest/log.ts'
import type { DynamoDb } from '../dynamo-db.ts'
import type { Env } from '../env.ts'
import { snapshotFolder } from './snapshot-folder.ts'
import { runSnapshotJob } from './snapshot-job.ts'

export interface SnapshotAfterOptions {
  env: Pick<Env, 'DATA_DIR'>
  database: Pick<DynamoDb, 'endpoint'>
  tableName: string
  now: () => number
  log: Log
  signal: AbortSignal
}

/**
 * Builds the snapshot of a table if this run wrote anything, or an earlier run whose snapshot was not built. A failed
 * build is one line in the log, because the run itself succeeded. The signal ends the build, and the next run builds
 * it.
 * @returns whether the table has its snapshot
 * @throws when the signal aborts
 */
export async function snapshotAfter({
  env,
  database,
  tableName,
  now,
  log,
  signal,
}: SnapshotAfterOptions): Promise<boolean> {
  signal.throwIfAborted()
  const folder = snapshotFolder(env, tableName)
  const job = { endpoint: database.endpoint, tableName, folder, now: new Date(now()).toISOString() }
  try {
    await runSnapshotJob(job, signal)
    return true
  } catch (error) {
    signal.throwIfAborted()
    log.error('the snapshot was not built, so search and statistics stay old: run pnpm snapshot', {
      error,
    })
    return false
  }
}
