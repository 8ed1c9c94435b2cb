import type { Instant } from '@daily-papers/papers/paper.ts'
import type { Corpus } from '@daily-papers/store/corpus.ts'
import type { Place } from '../places/place.ts'
import { SCHEMA_VERSION } from '../sql/tables.ts'
import { type Published, publishSnapshot } from './publish.ts'

/**
 * Builds the snapshot if the table was written since the last one, or if none has the current schema.
 * @param options.force builds it from nothing in any case
 * @returns null when the last one is still current
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
