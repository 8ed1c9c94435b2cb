const AT_ONCE = 4

/** Runs a few jobs at once. After a failure it starts no more, waits for the running ones, and then throws. */
export async function inParallel<T>(jobs: readonly T[], run: (job: T) => Promise<void>): Promise<void> {
  const left = [...jobs]
  const worker = async (): Promise<void> => {
    try {
      for (let job = left.shift(); job !== undefined; job = left.shift()) await run(job)
    } catch (error) {
      left.length = 0
      throw error
    }
  }
  const ended = await Promise.allSettled(Array.from({ length: Math.min(AT_ONCE, jobs.length) }, worker))
  for (const each of ended) if (each.status === 'rejected') throw each.reason
}
