import { setTimeout as platformSleep } from 'node:timers/promises'
import { REFRESH_MINUTE } from '@daily-papers/ingest/schedule.ts'
import { HOUR_MS } from '@daily-papers/papers/days.ts'

const MINUTE_MS = 60_000

/** When production would start its next run after `now`. Milliseconds since 1970. */
export function nextRun(now: number): number {
  const offset = REFRESH_MINUTE * MINUTE_MS
  return (Math.floor((now - offset) / HOUR_MS) + 1) * HOUR_MS + offset
}

export type Wait = (until: number) => Promise<void>

type Sleep = (ms: number, value: undefined, options: { signal: AbortSignal }) => Promise<unknown>

/** Waits until an instant, in short steps because timers stop while a laptop sleeps. Rejects on the signal. */
export function waitBy(now: () => number, signal: AbortSignal, sleep: Sleep = platformSleep): Wait {
  return async until => {
    for (let left = until - now(); left > 0; left = until - now())
      await sleep(Math.min(left, MINUTE_MS), undefined, { signal })
  }
}
