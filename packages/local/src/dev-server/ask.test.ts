import { type Feed, FeedError } from '@daily-papers/ingest/feed.ts'
import { expect, test } from 'vitest'
import { askFeed } from './ask.ts'

const day = '2026-05-29'
const running = new AbortController().signal
const silent: Feed = {
  read: (_, signal) =>
    new Promise((_, reject) =>
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true }),
    ),
}

test.each(['not recorded', 'not open yet'] as const)('a feed that says a day is %s answers', async absent => {
  expect(await askFeed({ read: async day => ({ day, absent }) }, day, 1_000, running)).toBe(null)
})

test('a feed that fails gives its reason', async () => {
  const failing: Feed = {
    read: async () => {
      throw new FeedError('no route to the Hub', { retryable: true })
    },
  }
  expect(await askFeed(failing, day, 1_000, running)).toBe('no route to the Hub')
})

test('a feed that keeps silent does not answer', async () => {
  expect(await askFeed(silent, day, 20, running)).toBe('no answer within 0.02 s')
})

test('an abort is not taken for an answer of the feed', async () => {
  const ended = new AbortController()
  const asked = askFeed(silent, day, 1_000, ended.signal)
  ended.abort()
  await expect(asked).rejects.toThrowError('aborted')
})
