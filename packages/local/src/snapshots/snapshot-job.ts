import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Instant } from '@daily-papers/papers/paper.ts'

export interface SnapshotJob {
  endpoint: string | undefined
  tableName: string
  /** Where to publish it. */
  folder: string
  now: Instant
}

const THREAD = new URL('./snapshot-thread.ts', import.meta.url)

/** Builds the snapshot if it is out of date, in a worker thread so that the API keeps answering. @throws when the build fails */
export async function runSnapshotJob(job: SnapshotJob, signal: AbortSignal): Promise<void> {
  // A thread that ends while it loads prints a warning about half-loaded modules.
  const thread = new Worker(THREAD, { workerData: job, execArgv: [...process.execArgv, '--no-warnings'] })
  try {
    await once(thread, 'message', { signal })
  } finally {
    await thread.terminate()
  }
}
