import { setTimeout } from 'node:timers/promises'
import { FeedError } from '../feed.ts'

/** Waits `ms` milliseconds; rejects when the signal aborts. */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>

export const sleep: Sleep = (ms, signal) => setTimeout(ms, undefined, { signal })

/** With fewer requests left than this, they are spread over the rest of the window. */
const SCARCE = 10
/** The Hub gives the end of a window in whole seconds of its own clock. After this margin it is over in any case. */
const MARGIN_MS = 1_000
/** The longest wait. Beyond it the day fails, and a later run asks again. The Hub's window is 5 minutes. */
const LONGEST_WAIT_MS = 600_000
/**
 * Longest pause. After it the next request is sent, however long the Hub asks to wait, because a process may run for
 * months.
 */
const LONGEST_HOLD_MS = 3_600_000

/**
 * Rate limit: when the next request may start, by the server's limits and the caller's own pace. Concurrent readings
 * share it.
 */
export interface Pace {
  /** Resolves when the request may start. @throws FeedError when the server asks for too long a wait */
  turn(signal?: AbortSignal): Promise<void>
  /** Reads a response's limits: `Retry-After` (unless it is a success) and `RateLimit`. */
  heed(response: { ok: boolean; headers: Headers }): void
}

export function createPace(options: { minimumGapMs: number; now: () => number; sleep: Sleep }): Pace {
  const { minimumGapMs, now, sleep } = options
  let lastStart = Number.NEGATIVE_INFINITY
  let heldUntil = Number.NEGATIVE_INFINITY
  let spacingMs = 0
  const hold = (ms: number): void => {
    heldUntil = Math.max(heldUntil, now() + Math.min(ms, LONGEST_HOLD_MS))
  }
  const waitMs = () => Math.max(heldUntil, lastStart + Math.max(minimumGapMs, spacingMs)) - now()
  return {
    async turn(signal) {
      // Checked again after each sleep, because another reading may have gone first or may have to wait.
      for (let ms = waitMs(); ms > 0; ms = waitMs()) {
        if (ms > LONGEST_WAIT_MS) {
          throw new FeedError(`the Hub asks to wait ${Math.ceil(ms / 1000)} s before the next request`, {
            retryable: true,
          })
        }
        await sleep(Math.ceil(ms), signal)
      }
      lastStart = now()
    },
    heed({ ok, headers }) {
      const asked = ok ? null : retryAfterMs(headers.get('retry-after'), now())
      if (asked !== null) hold(asked)
      const left = rateLimit(headers.get('ratelimit'))
      const windowMs = Math.min(left?.resetMs ?? 0, LONGEST_HOLD_MS)
      spacingMs = left && left.remaining < SCARCE ? windowMs / (left.remaining + 1) : 0
      if (left?.remaining === 0) hold(left.resetMs + MARGIN_MS)
    },
  }
}

/** `Retry-After`, in seconds or as an HTTP date, as milliseconds from now; null when absent or unreadable. */
export function retryAfterMs(header: string | null, now: number): number | null {
  if (header === null) return null
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1000
  const at = Date.parse(header)
  return Number.isNaN(at) ? null : Math.max(0, at - now)
}

/** The scarcest of the limits that a `RateLimit` header lists, for example `"api";r=12;t=118`; null when it lists none. */
export function rateLimit(header: string | null): { remaining: number; resetMs: number } | null {
  const limits = (header ?? '').split(',').flatMap(item => {
    const remaining = /;\s*r=(\d+)/.exec(item)?.[1]
    const reset = /;\s*t=(\d+)/.exec(item)?.[1]
    return remaining && reset ? [{ remaining: Number(remaining), resetMs: Number(reset) * 1000 }] : []
  })
  return limits.sort((a, b) => a.remaining - b.remaining)[0] ?? null
}
