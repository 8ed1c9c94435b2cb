import { setTimeout } from 'node:timers/promises'
import type { Place } from '../places/place.ts'
import { openNewest, openSnapshot, type Snapshot } from './open.ts'

export interface CurrentOptions {
  place: Place
  /** Milliseconds since 1970. */
  now?: () => number
  /** Called when a newer snapshot can't be opened. The old one stays in use. */
  onStale?: (error: unknown) => void
  /**
   * Milliseconds that a question waits for a newer snapshot while one is being opened. Lambda runs nothing between
   * requests, so a newer snapshot would otherwise come late or never.
   */
  waitMs?: number | undefined
}

/** How often to look for a newer snapshot. */
const LOOK_EVERY_MS = 60_000

/**
 * The current snapshot: opened at the first question, replaced when a newer one is published. If one can't be opened,
 * the next question tries again.
 */
export function currentSnapshot({ place, now = Date.now, onStale = () => {}, waitMs = 0 }: CurrentOptions) {
  let opened: Promise<Snapshot> | null = null
  let looking: Promise<void> | null = null
  let lookedAt = 0

  async function lookForNewer(serving: Snapshot): Promise<void> {
    const newest = await place.newest()
    if (!newest || newest.builtAt === serving.builtAt) return
    // Requests that still read the old one keep it open. It closes when none holds it.
    const same = newest.sha256 === serving.sha256
    opened = Promise.resolve(same ? { ...serving, ...newest } : await openSnapshot(place, newest))
  }

  return async (): Promise<Snapshot> => {
    if (!opened) {
      lookedAt = now()
      opened = openNewest(place)
      opened.catch(() => {
        opened = null
      })
      return opened
    }
    const serving = await opened
    if (!looking && Math.abs(now() - lookedAt) >= LOOK_EVERY_MS) {
      lookedAt = now()
      looking = lookForNewer(serving)
        .catch(onStale)
        .finally(() => {
          looking = null
        })
    }
    if (looking && waitMs > 0) await Promise.race([looking, setTimeout(waitMs, null, { ref: false })])
    return opened ?? serving
  }
}
