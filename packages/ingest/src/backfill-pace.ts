/** How many functions read a backfill at once on AWS: the least that a queue allows. */
export const BACKFILL_READERS = 2

/**
 * The least time between two requests of a backfill, whoever makes them: 300 in 5 minutes, which leaves the hourly run its
 * room below the Hub's 500.
 */
export const BACKFILL_GAP_MS = 1_000
