import { expect, it, test } from 'vitest'
import { chanceFrom, oneOf } from '../testing/chance.ts'
import { dueByLooking } from '../testing/due-oracle.ts'
import { nextDue, windowStart } from './next-due.ts'
import { instantOf, isTimeZone } from './zone.ts'

const daily = (hour: number, timeZone: string) => ({ every: 'DAY', hour, timeZone }) as const

it('a daily mail comes at the hour of the time zone', () => {
  expect(nextDue(daily(7, 'Europe/Berlin'), '2026-01-10T05:59:00.000Z')).toBe('2026-01-10T06:00:00.000Z')
  expect(nextDue(daily(7, 'Europe/Berlin'), '2026-01-10T06:00:00.000Z')).toBe('2026-01-11T06:00:00.000Z')
  expect(nextDue(daily(7, 'Asia/Kathmandu'), '2026-01-10T06:00:00.000Z')).toBe('2026-01-11T01:15:00.000Z')
})

it('a weekly mail comes on the Monday of the time zone', () => {
  const weekly = { every: 'WEEK', hour: 1, timeZone: 'Pacific/Kiritimati' } as const
  expect(nextDue(weekly, '2026-01-10T00:00:00.000Z')).toBe('2026-01-11T11:00:00.000Z')
})

test('where the clock skips the hour, the mail comes when the clock goes on; where it repeats it, the first time', () => {
  expect(instantOf('2026-03-29', 2, 'Europe/Berlin')).toBe('2026-03-29T01:00:00.000Z')
  expect(instantOf('2026-10-25', 2, 'Europe/Berlin')).toBe('2026-10-25T00:00:00.000Z')
  // Lord Howe moves by half an hour, Santiago at midnight.
  expect(instantOf('2026-10-04', 2, 'Australia/Lord_Howe')).toBe('2026-10-03T15:30:00.000Z')
  expect(instantOf('2026-09-06', 0, 'America/Santiago')).toBe('2026-09-06T04:00:00.000Z')
  // Troll skips two hours: both become 3.
  for (const hour of [1, 2, 3])
    expect(instantOf('2026-03-29', hour, 'Antarctica/Troll')).toBe('2026-03-29T01:00:00.000Z')
})

const zones = [
  ...['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'America/Santiago'],
  ...['Pacific/Chatham', 'Africa/Casablanca', 'Asia/Kathmandu', 'America/St_Johns', 'Africa/Cairo'],
] as [string, ...string[]]

it('a year of mails has each day once, as somebody finds who looks at the clock all the time', () => {
  const chance = chanceFrom(3)
  for (let round = 0; round < 12; round++) {
    const hour = Math.floor(chance() * 5) || Math.floor(chance() * 24)
    const rhythm = {
      every: oneOf<'DAY' | 'WEEK'>(chance, ['DAY', 'WEEK']),
      hour,
      timeZone: oneOf(chance, zones),
    }
    const from = Date.parse('2026-02-20T00:00:00Z') + Math.floor(chance() * 200) * 86_400_000
    const to = from + 60 * 86_400_000
    const due: string[] = []
    for (let at = new Date(from).toISOString(); ; ) {
      at = nextDue(rhythm, at)
      if (Date.parse(at) > to) break
      due.push(at)
    }
    expect(due, JSON.stringify(rhythm)).toEqual(dueByLooking(rhythm, from, to))
  }
})

test('a name is a time zone or not', () => {
  expect(['UTC', 'Europe/Berlin', 'America/Argentina/Buenos_Aires'].every(isTimeZone)).toBe(true)
  expect(['', 'Mars/Olympus', '+02:00', 'Europe/Berlin; drop'].some(isTimeZone)).toBe(false)
})

test('the window reaches back 8 days for a daily mail and 15 for a weekly one, today included', () => {
  expect(windowStart('DAY', '2026-03-10T06:00:00.000Z')).toBe('2026-03-03')
  expect(windowStart('WEEK', '2026-03-10T06:00:00.000Z')).toBe('2026-02-24')
})
