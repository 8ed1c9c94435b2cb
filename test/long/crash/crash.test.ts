/** A few kills; 50 of each kind: `node test/long/crash/main.ts --kills 50`. */
import { describe, expect, test } from 'vitest'
import { hasRecordedDays, needsRecordedDays } from '../../recorded/days/recorded.ts'
import { type CrashOptions, crash } from './crash.ts'
import { dynoxide } from './dynoxide.ts'

const expectEqualTables = async (options: Omit<CrashOptions, 'days' | 'seed'>) => {
  const report = await crash({ days: 40, seed: 1, ...options })
  expect(report.kills).toBe(options.kills)
  expect(report.items).toBeGreaterThan(5_000)
  expect(report.differences.slice(0, 5)).toEqual([])
}

describe.skipIf(!hasRecordedDays)(
  `${needsRecordedDays}, the ingest of 40 days ends as if undisturbed`,
  () => {
    test('when its process is killed', () =>
      expectEqualTables({ engine: 'embedded', victim: 'ingest', kills: 4 }))

    test('when the embedded engine is killed too', () =>
      expectEqualTables({ engine: 'embedded', victim: 'engine', kills: 3 }))

    describe.skipIf(dynoxide === null)('on dynoxide', () => {
      test('when its process is killed', () =>
        expectEqualTables({ engine: 'dynoxide', victim: 'ingest', kills: 2 }))

      test('when the engine is killed too', () =>
        expectEqualTables({ engine: 'dynoxide', victim: 'engine', kills: 2 }))
    })
  },
)
