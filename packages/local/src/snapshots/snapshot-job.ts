import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Instant } from '@daily-papers/papers/paper.ts'

export interface SnapshotJob {
  endpoint: string | undefined
  tableName: string
  /** Where it is published. */
  folder: string
  now: Instant
  /** Whether to build it though the table knows of no change since the last one. */
  force: boolean
}

const THREAD = new URL('./snapshot-thread.ts', import.meta.url)

/** Builds the snapshot if it is out of date, in a thread of its own, so that the API beside it goes on answering. @throws when it cannot be built */
export async function runSnapshotJob(job: SnapshotJob, signal: AbortSignal): Promise<void> {
  // Ended while it loads, it would warn of modules that are half loaded.
  const thread = new Worker(THREAD, { workerData: job, execArgv: [...process.execArgv, '--no-warnings'] })
  try {
    await once(thread, 'message', { signal })
  } finally {
    await thread.terminate()
  }
}
