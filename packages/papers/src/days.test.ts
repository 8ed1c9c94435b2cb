import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  dayOf,
  daysFrom,
  daysOfMonth,
  daysOfWeek,
  endOfDay,
  isDay,
  isWeekend,
  lastDays,
  weekOf,
} from './days.ts'

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2120-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))

test.each(['2024-02-29', '2000-02-29', '2026-12-31'])('%s is a day', text => {
  expect(isDay(text)).toBe(true)
})

test.each([
  '2025-02-29',
  '1900-02-29',
  '2025-2-1',
  '2025-13-01',
  '2025-00-10',
  '2025-01-32',
  '20250101',
  ' 2025-01-01',
  '2025-01-01T00:00:00Z',
  '',
])('"%s" is no day', text => {
  expect(isDay(text)).toBe(false)
})

test('the day of an instant is its UTC day', () => {
  expect(dayOf('2025-03-04T23:59:59.999Z')).toBe('2025-03-04')
  expect(dayOf('2025-03-05T01:00:00.000+02:00')).toBe('2025-03-04')
  expect(dayOf(0)).toBe('1970-01-01')
  expect(dayOf(endOfDay('2025-03-04'))).toBe('2025-03-04')
})

test('adding days crosses months and years, and subtracting takes it back', () => {
  expect(addDays('2024-02-28', 2)).toBe('2024-03-01')
  expect(addDays('2025-01-01', -1)).toBe('2024-12-31')
  fc.assert(
    fc.property(day, fc.integer({ min: -5000, max: 5000 }), (d, n) => addDays(addDays(d, n), -n) === d),
  )
})

test('adding to what is no day says how a day is written', () => {
  expect(() => addDays('yesterday', 1)).toThrow('"yesterday" is not a day; write YYYY-MM-DD')
})

test('a range holds both its ends, and is empty when it ends before it begins', () => {
  expect(daysFrom('2024-12-30', '2025-01-02')).toEqual([
    '2024-12-30',
    '2024-12-31',
    '2025-01-01',
    '2025-01-02',
  ])
  expect(daysFrom('2025-01-02', '2025-01-02')).toEqual(['2025-01-02'])
  expect(daysFrom('2025-01-02', '2025-01-01')).toEqual([])
})

test('the last days are today and those before it', () => {
  expect(lastDays('2025-01-02', 3)).toEqual(['2024-12-31', '2025-01-01', '2025-01-02'])
})

test('Saturday and Sunday are the weekend', () => {
  const week = daysFrom('2026-06-01', '2026-06-07')
  expect(week.filter(isWeekend)).toEqual(['2026-06-06', '2026-06-07'])
})

test.each([
  ['2024-12-30', '2025-W01'],
  ['2025-01-01', '2025-W01'],
  ['2021-01-03', '2020-W53'],
  ['2026-12-31', '2026-W53'],
  ['2027-01-03', '2026-W53'],
  ['2027-01-04', '2027-W01'],
  ['2023-01-01', '2022-W52'],
])('%s is in %s', (d, week) => {
  expect(weekOf(d)).toBe(week)
})

test('a week runs from Monday to Sunday and holds each of its days', () => {
  expect(daysOfWeek('2026-W53')).toEqual({ first: '2026-12-28', last: '2027-01-03' })
  fc.assert(
    fc.property(day, d => {
      const week = daysOfWeek(weekOf(d))
      return (
        week !== null && week.first <= d && d <= week.last && daysFrom(week.first, week.last).length === 7
      )
    }),
  )
})

test.each(['2025-W53', '2025-W00', '2025-W54', '2025-W1', '2025-01', 'W01', '0000-W01', '9999-W52'])(
  '%s is no week',
  week => {
    expect(daysOfWeek(week)).toBeNull()
  },
)

test('a month runs to its last day, leap years included', () => {
  expect(daysOfMonth('2025-02')).toEqual({ first: '2025-02-01', last: '2025-02-28' })
  expect(daysOfMonth('2024-02')).toEqual({ first: '2024-02-01', last: '2024-02-29' })
  expect(daysOfMonth('1900-02')?.last).toBe('1900-02-28')
  expect(daysOfMonth('2025-12')?.last).toBe('2025-12-31')
})

test.each(['2025-13', '2025-00', '2025-2', '2025', '2025-02-01'])('%s is no month', month => {
  expect(daysOfMonth(month)).toBeNull()
})
