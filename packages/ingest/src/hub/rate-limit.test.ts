import { expect, test } from 'vitest'
import { FeedError } from '../feed.ts'
import { createPace, rateLimit, retryAfterMs } from './rate-limit.ts'

const START = Date.parse('2026-01-05T10:00:00Z')

function pacing(minimumGapMs = 0) {
  let at = START
  const waits: number[] = []
  const sleep = async (ms: number) => {
    waits.push(ms)
    at += ms
  }
  const pace = createPace({ minimumGapMs, now: () => at, sleep })
  const heed = (headers: Record<string, string>, ok = true) =>
    pace.heed({ ok, headers: new Headers(headers) })
  return { ...pace, heed, waits, pass: (ms: number) => (at += ms) }
}

test('without a gap and without limits nobody waits', async () => {
  const { turn, waits } = pacing()
  await turn()
  await turn()
  expect(waits).toEqual([])
})

test('requests start at a distance, also concurrent ones', async () => {
  const { turn, waits, pass } = pacing(1500)
  await turn()
  pass(500)
  await turn()
  expect(waits).toEqual([1000])
  pass(1500)
  let started = 0
  await Promise.all([1, 2, 3].map(() => turn().then(() => started++)))
  expect(started).toBe(3)
})

test('many requests left slow nothing down', async () => {
  const { turn, heed, waits } = pacing()
  await turn()
  heed({ ratelimit: '"api";r=400;t=200' })
  await turn()
  expect(waits).toEqual([])
})

test('few requests left are spread over the rest of the window', async () => {
  const { turn, heed, waits } = pacing()
  await turn()
  heed({ ratelimit: '"api";r=4;t=100' })
  await turn()
  heed({ ratelimit: '"api";r=3;t=80' })
  await turn()
  expect(waits).toEqual([20_000, 20_000])
})

test('with no request left, the next one waits for the next window', async () => {
  const { turn, heed, waits } = pacing()
  await turn()
  heed({ ratelimit: '"api";r=0;t=42' })
  await turn()
  heed({ ratelimit: '"api";r=499;t=300' })
  await turn()
  expect(waits).toEqual([43_000])
})

test('Retry-After of a refusal holds the next request back, that of a success does not', async () => {
  const { turn, heed, waits } = pacing()
  heed({ 'retry-after': '9' })
  await turn()
  heed({ 'retry-after': '7' }, false)
  await turn()
  expect(waits).toEqual([7000])
})

test('a wait of more than ten minutes is an error at once', async () => {
  const { turn, heed } = pacing()
  heed({ 'retry-after': '3600' }, false)
  await expect(turn()).rejects.toThrow(FeedError)
  await expect(turn()).rejects.toThrow('the Hub asks to wait 3600 s')
})

test.each<[string, Record<string, string>]>([
  ['Retry-After', { 'retry-after': '99999999999' }],
  ['a window with none left', { ratelimit: '"api";r=0;t=99999999999' }],
  ['a window with one left', { ratelimit: '"api";r=1;t=99999999999' }],
])('%s of a thousand years is kept to for an hour', async (_, headers) => {
  const { turn, heed, waits, pass } = pacing()
  await turn()
  heed(headers, false)
  await expect(turn()).rejects.toThrow('the Hub asks to wait')
  pass(3_600_000)
  await turn()
  expect(waits).toEqual([])
})

test('Retry-After is read in seconds and as a date', () => {
  expect(retryAfterMs('12', START)).toBe(12_000)
  expect(retryAfterMs('Mon, 05 Jan 2026 10:00:30 GMT', START)).toBe(30_000)
  expect(retryAfterMs('Mon, 05 Jan 2026 09:00:00 GMT', START)).toBe(0)
  expect(retryAfterMs('soon', START)).toBeNull()
  expect(retryAfterMs(null, START)).toBeNull()
})

test('of several rate limits the scarcest counts, and an unreadable one does not', () => {
  expect(rateLimit('"api";r=12;t=118')).toEqual({ remaining: 12, resetMs: 118_000 })
  expect(rateLimit('"api";r=12;t=118, "pages"; r=2; t=30')).toEqual({ remaining: 2, resetMs: 30_000 })
  expect(rateLimit('limit=100, remaining=2, reset=30')).toBeNull()
  expect(rateLimit(null)).toBeNull()
})
