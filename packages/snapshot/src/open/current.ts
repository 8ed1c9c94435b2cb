import { setTimeout } from 'node:timers/promises'
import type { Place } from '../places/place.ts'
import { openNewest, openSnapshot, type Snapshot } from './open.ts'

export interface CurrentOptions {
  place: Place
  /** Milliseconds since 1970. */
  now?: () => number
  /** Told when a newer snapshot could not be taken, while the old one goes on serving. */
  onStale?: (error: unknown) => void
  /**
   * Milliseconds that a question waits for a newer snapshot, once one is looked for. Where nothing runs between
   * questions, as on Lambda, it would otherwise come late or never.
   */
  waitMs?: number | undefined
}

/** How often it is looked whether there is a newer snapshot. */
const LOOK_EVERY_MS = 60_000

/**
 * The snapshot to answer from: opened at the first question, replaced when a newer one is published. One that fails to
 * open is tried again by the next question.
 */
export function currentSnapshot({ place, now = Date.now, onStale = () => {}, waitMs = 0 }: CurrentOptions) {
  let opened: Promise<Snapshot> | null = null
  let looking: Promise<void> | null = null
  let lookedAt = 0

  async function lookForNewer(serving: Snapshot): Promise<void> {
    const newest = await place.newest()
    if (!newest || newest.builtAt === serving.builtAt) return
    // Whoever still reads the old one keeps it open; it closes when nobody holds it any more.
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
