import { rm, stat } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'
import type { Totals } from '@daily-papers/papers/entity.ts'
import type { Instant } from '@daily-papers/papers/paper.ts'
import type { Corpus } from '@daily-papers/store/corpus.ts'
import type { Description, Place } from '../places/place.ts'
import { fetchWhole, SnapshotError, sha256Of } from '../places/whole-file.ts'
import { SCHEMA_VERSION } from '../sql/tables.ts'
import { buildSnapshot } from './build.ts'
import { continuedCorpus } from './continued.ts'

export interface Published extends Description {
  papers: number
  /** Whether unchanged papers were copied from the previous snapshot. */
  continues: boolean
}

/**
 * Builds a snapshot and publishes it. Copies papers and days that were not written since the newest snapshot. The
 * file is the same, byte for byte, as a build from nothing.
 * @param builtAt when the build begins to read the table, which is now
 * @param options.fromNothing reads the whole table in any case
 */
export async function publishSnapshot(
  corpus: Corpus,
  place: Place,
  builtAt: Instant,
  { fromNothing = false }: { fromNothing?: boolean } = {},
): Promise<Published> {
  const newest = fromNothing ? null : await place.newest()
  const continued = newest && (await continueFrom(newest, corpus, place))
  const { draft, step, totals } = continued ?? (await fromTable(corpus, place))
  try {
    const { size: bytes } = await stat(draft)
    const snapshot = { sha256: await sha256Of(draft), bytes, schema: SCHEMA_VERSION, builtAt, step }
    await place.publish(draft, snapshot)
    return { ...snapshot, papers: totals.papers, continues: continued !== null }
  } finally {
    await rm(draft, { force: true })
  }
}

interface Draft {
  draft: string
  step: string | null
  totals: Totals
}

async function fromTable(corpus: Corpus, place: Place): Promise<Draft> {
  const step = await corpus.lastStep()
  return drafted(place, step, draft => buildSnapshot(corpus, draft))
}

/**
 * Null when the previous snapshot can't be continued: it has another schema or table, is too old or damaged, or the
 * result would lack something.
 */
async function continueFrom(newest: Description, corpus: Corpus, place: Place): Promise<Draft | null> {
  if (newest.schema !== SCHEMA_VERSION || newest.step === null) return null
  const written = await corpus.writtenAfter(newest.step)
  if (!written) return null
  const file = await fetchWhole(place, newest).catch(unlessBroken)
  if (file === null) return null
  // An open file stays readable when the place clears its folder for the draft.
  const previous = new DatabaseSync(file, { readOnly: true })
  try {
    const built = await drafted(place, written.step, draft =>
      buildSnapshot(continuedCorpus(previous, written, corpus.emptyDays), draft),
    )
    if (isSame(built.totals, written.totals)) return built
    await rm(built.draft, { force: true })
    return null
  } finally {
    previous.close()
  }
}

function unlessBroken(error: unknown): null {
  if (error instanceof SnapshotError) return null
  throw error
}

const isSame = (built: Totals, stored: Totals): boolean =>
  (Object.keys(built) as (keyof Totals)[]).every(name => built[name] === stored[name])

async function drafted(
  place: Place,
  step: string | null,
  build: (draft: string) => Promise<Totals>,
): Promise<Draft> {
  const draft = await place.draft()
  try {
    return { draft, step, totals: await build(draft) }
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}
