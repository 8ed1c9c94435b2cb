const RUN_MS = 15 * 60_000
const EXTRA_MS_A_DAY = 60_000

/** The signal of one run of the ingest: it ends, as a run on AWS does, when it takes far longer than a run can. */
export const withinRun = (signal: AbortSignal, days: number): AbortSignal =>
  AbortSignal.any([signal, AbortSignal.timeout(RUN_MS + days * EXTRA_MS_A_DAY)])
