/** The number of functions that read a backfill at once on AWS: the least that a queue allows. */
export const BACKFILL_READERS = 2

/**
 * The least time between two requests of a backfill: 300 in 5 minutes for all functions together. It leaves room for
 * the hourly run below the Hub's 500.
 */
export const BACKFILL_GAP_MS = 1_000
