import { type Corpus, createCorpus } from '@daily-papers/store/corpus.ts'
import type { DayReading } from '@daily-papers/store/reading.ts'
import { startEngine } from '@daily-papers/store/testing/engine.ts'
import { createWriter } from '@daily-papers/store/writer.ts'
import { onTestFinished } from 'vitest'

/** A table that has ingested readings, one run after the other. */
export async function filledTable(...runs: readonly (readonly DayReading[])[]) {
  const engine = await startEngine()
  onTestFinished(() => engine.close())
  const { client, name } = await engine.table()
  const writer = createWriter(client, name, { owner: 'test' })
  for (const run of runs) await writer.putDays(run)
  return { client, name, writer, corpus: createCorpus(client, name) }
}

/** A corpus that fails in the middle of its papers. */
export const brokenOff = (corpus: Corpus): Corpus => ({
  ...corpus,
  async *papers() {
    for await (const some of corpus.papers()) {
      yield some.slice(0, 1)
      throw new Error('the table went away')
    }
  },
})
