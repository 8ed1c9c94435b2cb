/** A few kills; 50 of each kind, of either corpus: `node test/long/crash/main.ts --kills 50`. */
import { describe, expect, test } from 'vitest'
import { fullest } from '../../days/corpora.ts'
import type { Corpus } from '../../days/corpus.ts'
import { generated } from '../../days/generated/generated.ts'
import { type CrashOptions, crash } from './crash.ts'
import { dynoxide } from './dynoxide.ts'

const expectEqualTables = async (corpus: Corpus, options: Omit<CrashOptions, 'corpus' | 'days' | 'seed'>) => {
  const report = await crash({ corpus, days: 4, seed: 1, ...options })
  expect(report.kills).toBe(options.kills)
  expect(report.items).toBeGreaterThan(700)
  expect(report.differences.slice(0, 5)).toEqual([])
}

describe.each(fullest)('the ingest of 4 $name days ends as if undisturbed', corpus => {
  test('when its process is killed', () =>
    expectEqualTables(corpus, { engine: 'embedded', victim: 'ingest', kills: 2 }))

  test('when the embedded engine is killed too', () =>
    expectEqualTables(corpus, { engine: 'embedded', victim: 'engine', kills: 2 }))
})

describe.skipIf(dynoxide === null)('on dynoxide it ends so too', () => {
  test('when its process is killed', () =>
    expectEqualTables(generated, { engine: 'dynoxide', victim: 'ingest', kills: 1 }))

  test('when the engine is killed too', () =>
    expectEqualTables(generated, { engine: 'dynoxide', victim: 'engine', kills: 1 }))
})
