import { expect, test } from 'vitest'
import { rangeOf } from './ranges.ts'

const now = () => Date.parse('2026-05-29T23:59:59Z')

test.each([
  [{ week: '2025-W01' }, { from: '2024-12-30', to: '2025-01-05' }],
  [{ week: '2026-W53' }, { from: '2026-12-28', to: '2027-01-03' }],
  [{ month: '2024-02' }, { from: '2024-02-01', to: '2024-02-29' }],
  [{ lastDays: 1 }, { from: '2026-05-29', to: '2026-05-29', slides: true }],
  [{ lastDays: 7 }, { from: '2026-05-23', to: '2026-05-29', slides: true }],
  [{ days: { from: '2024-03-12' } }, { from: '2024-03-12', to: null }],
  [{ days: { from: '2024-03-12', to: '2024-03-12' } }, { from: '2024-03-12', to: '2024-03-12' }],
  [{ days: {} }, { from: null, to: null }],
])('%o is %o', (range, days) => {
  expect(rangeOf(range, now)).toEqual(days)
})

test.each([
  [{ week: '2025-W53' }, '`week` is "2025-W53"'],
  [{ week: '2025-1' }, 'for example 2026-W53'],
  [{ month: '2024-13' }, '`month` is "2024-13"'],
  [{ month: '2024-2' }, 'for example 2024-03'],
  [{ lastDays: 0 }, '`lastDays` is 0: write a number from 1'],
  [{ lastDays: 2_000_000_000 }, '`lastDays` is 2000000000'],
  [{ days: { from: '2024-03-13', to: '2024-03-12' } }, 'swap them'],
])('%o is refused', (range, message) => {
  expect(() => rangeOf(range, now)).toThrow(message)
})
