import { expect, test } from 'vitest'
import { daysOfRange } from './day-range.ts'

const today = '2026-03-01'

test('a range has both its ends', () => {
  expect(daysOfRange('2024-02-28', '2024-03-01', today)).toEqual(['2024-02-28', '2024-02-29', '2024-03-01'])
  expect(daysOfRange(today, today, today)).toEqual([today])
})

test('recorded days may be any, the Hub has those from its first to today', () => {
  expect(daysOfRange('2023-05-04', '2023-05-04', today)).toHaveLength(1)
  expect(() => daysOfRange('2023-05-03', today, today)).toThrow(
    'the first day that you can load is 2023-05-04',
  )
  expect(() => daysOfRange(today, '2026-03-02', today)).toThrow(
    'the last day that you can load is 2026-03-01',
  )
  expect(daysOfRange('2020-01-01', '2020-01-02', null)).toHaveLength(2)
  expect(daysOfRange('2026-03-02', '2026-03-03', null)).toHaveLength(2)
})

test.each(['2023-02-30', '2023-5-4', 'yesterday', ''])('"%s" is refused as a day', day => {
  expect(() => daysOfRange(day, today, today)).toThrow('--from takes a day of the calendar')
  expect(() => daysOfRange('2024-01-01', day, today)).toThrow('--to takes a day of the calendar')
})

test('days in the wrong order are refused', () => {
  expect(() => daysOfRange('2024-03-02', '2024-03-01', today)).toThrow(
    'the first day, 2024-03-02, is after the last, 2024-03-01',
  )
})
