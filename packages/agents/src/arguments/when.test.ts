import { expect, test } from 'vitest'
import { filterOf } from './paper-filter.ts'
import { parseWhen } from './when.ts'

test.each([
  ['latest', { latest: true }],
  [' 2026-05-29 ', { day: '2026-05-29' }],
  ['2026-w22', { range: { week: '2026-W22' } }],
  ['2026-05', { range: { month: '2026-05' } }],
  ['2025', { range: { days: { from: '2025-01-01', to: '2025-12-31' } } }],
  ['7d', { range: { lastDays: 7 } }],
  ['2026-05-01..2026-05-15', { range: { days: { from: '2026-05-01', to: '2026-05-15' } } }],
  ['2026-04-01..', { range: { days: { from: '2026-04-01' } } }],
  ['..2026-04-01', { range: { days: { to: '2026-04-01' } } }],
])('%j says which days are meant', (text, when) => {
  expect(parseWhen(text)).toEqual(when)
})

test.each(['yesterday', '', '29 May', '2026-5-1', 'W22'])(
  '%j is not a time, and the error lists the forms',
  text => {
    expect(() => parseWhen(text)).toThrow(`"${text}" is not a time. Write latest, a day 2026-05-29`)
  },
)

test('a filter of a day is a range of one day', () => {
  expect(filterOf({ when: '2026-05-29', hasCode: true })).toEqual({
    featured: { days: { from: '2026-05-29', to: '2026-05-29' } },
    hasCode: true,
  })
})

test('an empty list filters nothing', () => {
  expect(filterOf({ keywords: [], authors: [] })).toBeNull()
})
