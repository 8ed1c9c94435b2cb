import { expect, test } from 'vitest'
import { nextRun, waitBy } from './next-run.ts'

test.each([
  ['2026-05-29T12:00:00.000Z', '2026-05-29T12:07:00.000Z'],
  ['2026-05-29T12:06:59.999Z', '2026-05-29T12:07:00.000Z'],
  ['2026-05-29T12:07:00.000Z', '2026-05-29T13:07:00.000Z'],
  ['2026-12-31T23:59:00.000Z', '2027-01-01T00:07:00.000Z'],
])('after %s the next run is at %s', (now, next) => {
  expect(new Date(nextRun(Date.parse(now))).toISOString()).toBe(next)
})

test('waiting ends when the clock reaches the instant, however far the timers lag', async () => {
  let now = 0
  const slept: number[] = []
  const sleep = async (ms: number) => {
    slept.push(ms)
    now += slept.length === 2 ? 3_600_000 : ms
  }
  await waitBy(() => now, new AbortController().signal, sleep)(150_000)
  expect(slept).toEqual([60_000, 60_000])
})

test('waiting for a past instant takes no time', async () => {
  const never = () => Promise.reject(new Error('slept'))
  await waitBy(() => 5, new AbortController().signal, never)(5)
})

test('the signal ends the wait', async () => {
  const signal = AbortSignal.abort()
  await expect(waitBy(() => 0, signal)(1_000)).rejects.toThrowError('aborted')
})
