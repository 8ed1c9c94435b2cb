interface Waiting {
  /** By the monotonic clock, in milliseconds. */
  dueAt: number
  /** Null when the work has ended. */
  expire: (() => void) | null
}

// A signal of `AbortSignal.timeout` for each request would be a timer each, and would keep its result until it fires.
/** What runs, by the time it is given, the earliest first: one timer watches all that is given as long. */
const running = new Map<number, Set<Waiting>>()

function watch(timeoutMs: number, queue: Set<Waiting>): void {
  const [first] = queue
  if (!first) {
    running.delete(timeoutMs)
    return
  }
  const onTime = () => {
    const now = performance.now()
    for (const waiting of queue) {
      if (waiting.dueAt > now) break
      queue.delete(waiting)
      waiting.expire?.()
    }
    watch(timeoutMs, queue)
  }
  // It outlives what it watches, and keeps no process alive.
  setTimeout(onTime, Math.ceil(first.dueAt - performance.now())).unref()
}

/**
 * The result of `work`, or `late()` thrown once `timeoutMs` have passed; the signal that `work` gets is aborted with
 * the same error, so that it can stop too.
 */
export function withDeadline<T>(
  timeoutMs: number,
  late: () => Error,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController()
  const { promise, resolve, reject } = Promise.withResolvers<T>()
  const waiting: Waiting = {
    dueAt: performance.now() + timeoutMs,
    expire() {
      const error = late()
      controller.abort(error)
      reject(error)
    },
  }
  const queue = running.get(timeoutMs)
  if (queue) queue.add(waiting)
  else {
    const queue = new Set([waiting])
    running.set(timeoutMs, queue)
    watch(timeoutMs, queue)
  }
  work(controller.signal)
    .then(resolve, reject)
    .finally(() => {
      running.get(timeoutMs)?.delete(waiting)
      // What the set has dropped lives on in its old tables, and would keep whole results from being collected.
      waiting.expire = null
    })
  return promise
}
