import { expect, test } from 'vitest'
import { parseOptions } from './options.ts'

const today = '2026-03-01'
const days = (...args: string[]) => parseOptions('ingest', args, today).days
const refused = (...args: string[]) => {
  try {
    parseOptions('ingest', args, today)
  } catch (error) {
    return String(error)
  }
  throw new Error('accepted')
}

test('without flags the days are today and the six before, oldest first', () => {
  expect(days()).toEqual([
    '2026-02-23',
    '2026-02-24',
    '2026-02-25',
    '2026-02-26',
    '2026-02-27',
    '2026-02-28',
    '2026-03-01',
  ])
})

test('the last N days count today', () => {
  expect(days('--days', '1')).toEqual([today])
  expect(days('--days=2')).toEqual(['2026-02-28', today])
})

test('a range includes both ends, and ends today without --to', () => {
  expect(days('--from', '2024-02-28', '--to', '2024-03-01')).toEqual([
    '2024-02-28',
    '2024-02-29',
    '2024-03-01',
  ])
  expect(days('--from', '2026-02-28')).toEqual(['2026-02-28', '2026-03-01'])
})

test('a backfill needs its first day', () => {
  const backfill = (...args: string[]) => parseOptions('backfill', args, today)
  expect(backfill('--from', '2026-02-28')).toMatchObject({ days: ['2026-02-28', today] })
  expect(backfill('--days', '1')).toMatchObject({ days: [today] })
  expect(() => backfill()).toThrowError('--from 2023-05-04 loads the whole feed')
  expect(backfill('--help').help).toBe(true)
})

test('--day names one day', () => {
  expect(days('--day', '2024-02-29')).toEqual(['2024-02-29'])
})

test('the -- that pnpm passes on is not an argument', () => {
  expect(days('--', '--days', '1')).toEqual([today])
})

test('recordings may be of any day, and the Hub has no future days', () => {
  expect(days('--feed', 'recorded', '--day', '2026-03-02')).toEqual(['2026-03-02'])
  expect(refused('--day', '2026-03-02')).toContain('the last day that you can load is 2026-03-01')
})

test('each command has its own flags', () => {
  expect(parseOptions('dev', ['--no-ingest', '--feed', 'recorded'], today)).toMatchObject({
    ingest: false,
    feed: 'recorded',
  })
  expect(parseOptions('ingest', ['--json'], today)).toMatchObject({ json: true, ingest: true, help: false })
  expect(() => parseOptions('dev', ['--json'], today)).toThrowError('--json')
  expect(refused('--no-ingest')).toContain('--no-ingest')
})

test.each([
  [['--day', '2026-02-30'], '--day takes a day of the calendar as YYYY-MM-DD, not "2026-02-30"'],
  [['--from', 'yesterday'], '--from takes a day of the calendar as YYYY-MM-DD, not "yesterday"'],
  [['--from', '2026-01-01', '--to', '2026-1-2'], '--to takes a day of the calendar'],
  [['--from', '2026-02-02', '--to', '2026-02-01'], '2026-02-02, is after the last, 2026-02-01'],
  [['--to', '2026-02-01'], '--to needs --from'],
  [['--days', '0'], '--days takes a whole number from 1'],
  [['--days', '-3'], '--days'],
  [['--days', '1.5'], 'not "1.5"'],
  [['--days', ''], 'not ""'],
  [['--days', '2', '--day', '2026-02-01'], '--days and --day exclude each other'],
  [['--dyas', '2'], "Unknown option '--dyas'"],
  [['2026-02-01'], "Unexpected argument '2026-02-01'"],
])('%j is refused with the reason', (args, reason) => {
  expect(refused(...args)).toContain(reason)
})
