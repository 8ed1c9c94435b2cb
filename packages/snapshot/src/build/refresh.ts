import type { Instant } from '@daily-papers/papers/paper.ts'
import type { Corpus } from '@daily-papers/store/corpus.ts'
import type { Place } from '../places/place.ts'
import { SCHEMA_VERSION } from '../sql/tables.ts'
import { type Published, publishSnapshot } from './publish.ts'

/**
 * Builds the snapshot anew when the table was written since the last one, or when there is none of today's schema.
 * @param options.force builds it in any case, from nothing
 * @returns null when the last one is still right
 */
export async function refreshSnapshot(
  corpus: Corpus,
  place: Place,
  { now, force = false }: { now: Instant; force?: boolean },
): Promise<Published | null> {
  const [newest, step] = await Promise.all([place.newest(), corpus.lastStep()])
  const isRight = newest?.schema === SCHEMA_VERSION && step !== null && newest.step === step
  return isRight && !force ? null : publishSnapshot(corpus, place, now, { fromNothing: force })
}
