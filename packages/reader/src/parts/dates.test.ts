import { expect, test } from 'vitest'
import { addDays, dayText, isDay, longDay, mondayOf, weekOf } from './dates.ts'

test('a day is spelled out in UTC', () => {
  expect(longDay('2026-05-29')).toBe('Friday, 29 May 2026')
  expect(dayText('2026-05-29', Date.parse('2026-12-31'))).toBe('29 May')
  expect(dayText('2025-05-29', Date.parse('2026-12-31'))).toBe('29 May 2025')
})

test.each([
  ['2026-05-29', true],
  ['2026-02-29', false],
  ['2024-02-29', true],
  ['2026-5-29', false],
  ['tomorrow', false],
])('%s is a day: %s', (text, expected) => expect(isDay(text)).toBe(expected))

test.each([
  ['2026-05-29', '2026-W22'],
  ['2027-01-01', '2026-W53'],
  ['2024-12-30', '2025-W01'],
])('%s lies in %s', (day, week) => {
  expect(weekOf(day)).toBe(week)
  expect(mondayOf(week)).not.toBeNull()
})

test('a week that its year does not have has no Monday', () => {
  expect(mondayOf('2026-W53')).toBe('2026-12-28')
  expect(mondayOf('2025-W53')).toBeNull()
  expect(mondayOf('2026-W00')).toBeNull()
})

test('days are added over the ends of months', () => expect(addDays('2026-02-28', 1)).toBe('2026-03-01'))
