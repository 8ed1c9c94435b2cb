import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import type { Instant } from '@daily-papers/papers/paper.ts'
import type { Corpus } from '@daily-papers/store/corpus.ts'
import type { Description, Place } from '../places/place.ts'
import { SCHEMA_VERSION } from '../sql/tables.ts'
import { buildSnapshot } from './build.ts'

export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  return hash.digest('hex')
}

/** Builds a snapshot and publishes it. @param builtAt when the table begins to be read, which is now */
export async function publishSnapshot(
  corpus: Corpus,
  place: Place,
  builtAt: Instant,
): Promise<Description & { papers: number }> {
  const draft = await place.draft()
  try {
    const papers = await buildSnapshot(corpus, draft)
    const { size: bytes } = await stat(draft)
    const snapshot = { sha256: await sha256Of(draft), bytes, schema: SCHEMA_VERSION, builtAt }
    await place.publish(draft, snapshot)
    return { ...snapshot, papers }
  } finally {
    await rm(draft, { force: true })
  }
}
