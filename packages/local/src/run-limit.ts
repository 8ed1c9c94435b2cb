const RUN_MS = 15 * 60_000
const EXTRA_MS_A_DAY = 60_000

/** The signal of one run. Like a run on AWS, it has a time limit. */
export const withinRun = (signal: AbortSignal, days: number): AbortSignal =>
  AbortSignal.any([signal, AbortSignal.timeout(RUN_MS + days * EXTRA_MS_A_DAY)])
