import type { Day } from '@daily-papers/papers/paper.ts'

/** How far a run is. */
export interface Progress {
  done: number
  total: number
  failed: number
  day: Day
}
