import { addDays } from '@daily-papers/papers/days.ts'
import { expect, test } from 'vitest'
import { daysToRefresh, historyBy } from './schedule.ts'

test('every hour today and the 7 days before are read, newest first', () => {
  expect(daysToRefresh('2026-03-03T05:00:00.000Z')).toEqual([
    '2026-03-03',
    '2026-03-02',
    '2026-03-01',
    '2026-02-28',
    '2026-02-27',
    '2026-02-26',
    '2026-02-25',
    '2026-02-24',
  ])
})

test.each([
  ['the first run of a day reaches back 30 days', '2026-03-03T00:07:00Z', 31, '2026-02-01'],
  ['the first run of a Monday reaches back 90 days', '2026-03-02T00:07:00Z', 91, '2025-12-02'],
  ['a later run of a Monday does not', '2026-03-02T01:07:00Z', 8, '2026-02-23'],
  ['days are those of UTC', '2026-03-03T23:30:00-02:00', 8, '2026-02-25'],
])('%s', (_, time, count, oldest) => {
  const days = daysToRefresh(time)
  expect(days).toHaveLength(count)
  expect(days.at(-1)).toBe(oldest)
  expect(new Set(days).size).toBe(count)
})

const friday = { 7: '2026-02-27T05:10:00Z', 30: '2026-02-27T00:10:00Z', 90: '2026-02-23T00:10:00Z' }

test.each([
  ['nothing was missed', '2026-02-27T06:10:00Z', friday, 8],
  ['nothing is known of earlier runs', '2026-02-27T06:10:00Z', {}, 8],
  ['the first run of the day was missed', '2026-02-28T05:10:00Z', friday, 31],
  ['the first run of a Monday was missed', '2026-03-02T07:10:00Z', friday, 91],
  ['the very first run of a day failed', '2026-02-28T01:10:00Z', { 7: '2026-02-27T23:10:00Z' }, 31],
  ['the very first one has yet to come', '2026-02-27T06:10:00Z', { 7: '2026-02-27T05:10:00Z' }, 8],
  ['a whole Monday was missed', '2026-03-04T07:10:00Z', friday, 91],
  ['the far refresh was made since', '2026-03-02T07:10:00Z', { ...friday, 90: '2026-03-02T01:10:00Z' }, 8],
])('when %s, a run reads what is due', (_, time, refreshes, count) => {
  expect(daysToRefresh(time, refreshes)).toHaveLength(count)
})

test.each([
  ['no refresh was made yet', {}, null, '9999-12-31'],
  ['the first refresh is made', {}, '2026-03-03T00:10:00Z', '2026-02-24'],
  [
    'only the hourly days were refreshed',
    { 7: '2026-03-01T23:10:00Z' },
    '2026-03-03T00:10:00Z',
    '2026-02-22',
  ],
  ['far refreshes were made', friday, '2026-02-27T06:10:00Z', '2025-11-25'],
])('when %s, what is older than the days reached is the past', (_, refreshes, now, first) => {
  const isHistory = historyBy(refreshes, now === null ? null : Date.parse(now))
  expect([isHistory(addDays(first, -1)), isHistory(first)]).toEqual([true, now === null])
})
