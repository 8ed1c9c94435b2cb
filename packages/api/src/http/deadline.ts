/**
 * The result of `work`, or `late()` thrown once `timeoutMs` have passed; the signal that `work` gets is aborted with
 * the same error, so that it can stop too.
 */
export async function withDeadline<T>(
  timeoutMs: number,
  late: () => Error,
  work: (signal: AbortSignal) => T | Promise<T>,
): Promise<T> {
  const controller = new AbortController()
  const { promise: deadline, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => {
    const error = late()
    controller.abort(error)
    reject(error)
  }, timeoutMs)
  try {
    return await Promise.race([work(controller.signal), deadline])
  } finally {
    clearTimeout(timer)
  }
}
