import type { Instant } from '@daily-papers/papers/paper.ts'
import type { Corpus } from '@daily-papers/store/corpus.ts'
import type { Description, Place } from '../places/place.ts'
import { SCHEMA_VERSION } from '../sql/tables.ts'
import { publishSnapshot } from './publish.ts'

/**
 * Builds the snapshot anew when the table has changed since the last one, or when there is none of today's schema.
 * @returns null when the last one is still right
 */
export async function refreshSnapshot(
  corpus: Corpus,
  place: Place,
  { now, force }: { now: Instant; force: boolean },
): Promise<(Description & { papers: number }) | null> {
  const newest = await place.newest()
  const isRight = newest?.schema === SCHEMA_VERSION && !(await corpus.changedSince(newest.builtAt))
  return isRight && !force ? null : publishSnapshot(corpus, place, now)
}
