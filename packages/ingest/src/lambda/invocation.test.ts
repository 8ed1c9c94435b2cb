import type { Refreshes, Run } from '@daily-papers/store/runs.ts'
import type { Writer } from '@daily-papers/store/writer.ts'
import { expect, test } from 'vitest'
import { type Feed, FeedError } from '../feed.ts'
import { createLog } from '../log.ts'
import { createHandler } from './invocation.ts'

const NOW = Date.parse('2026-03-03T12:00:00Z')
const context = { functionName: 'refresh', getRemainingTimeInMillis: () => 900_000 }

/** Empty days. Some fail. */
function emptyDays(broken: string[] = []) {
  const read: string[] = []
  const feed: Feed = {
    async read(day) {
      read.push(day)
      if (broken.includes(day)) throw new FeedError(`${day}: the Hub answered 503`, { retryable: true })
      return { day, readAt: '2026-03-03T12:00:00.000Z', entries: [] }
    },
  }
  return { feed, read }
}

/** Answers only when it is aborted. */
const endless: Feed = {
  read: (_day, signal) =>
    new Promise((_, reject) =>
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true }),
    ),
}

/** A handler over a store that stores nothing. */
function lambda(feed: Feed, refreshes: Refreshes = {}) {
  const lines: string[] = []
  /** The days that were put, and whether they create change events. */
  const put: [string, 'past' | 'news'][] = []
  const runs: Run[] = []
  const store: Writer = {
    async putDays(readings, { isHistory = () => false } = {}) {
      for (const { day } of readings) put.push([day, isHistory(day) ? 'past' : 'news'])
      return { new: 0, changed: 0, days: new Map() }
    },
    async putRun(run) {
      runs.push(run)
      return []
    },
    papersOn: async () => new Map(),
    putArtefacts: async () => 0,
    lastRefreshes: async () => refreshes,
  }
  const handler = createHandler({
    feeds: { schedule: feed, message: feed, hand: feed },
    store,
    log: createLog({ write: () => {}, now: () => NOW }),
    write: line => lines.push(line),
    now: () => NOW,
  })
  return { handler, lines, put, runs }
}

test('a scheduled run reads its days and prints its metrics', async () => {
  const { feed, read } = emptyDays()
  const { handler, lines } = lambda(feed)
  expect(await handler({ scheduledTime: '2026-03-03T11:00:00Z' }, context)).toMatchObject({
    days: 8,
    failed: [],
  })
  expect(read).toHaveLength(8)
  expect(lines.map(line => JSON.parse(line))).toMatchObject([{ New: 0, Changed: 0, Skipped: 0 }])
})

test('a scheduled run with failed days reads the others, then throws their names', async () => {
  const { feed, read } = emptyDays(['2026-03-02', '2026-02-28'])
  const { handler, lines } = lambda(feed)
  await expect(handler({ scheduledTime: '2026-03-03T11:00:00Z' }, context)).rejects.toThrow(
    '2 of 8 days failed: 2026-03-02, 2026-02-28. The first: 2026-03-02: the Hub answered 503',
  )
  expect(read).toHaveLength(8)
  expect(lines).toHaveLength(1)
})

test('of a batch only the failed and the unreadable messages come again', async () => {
  const { handler } = lambda(emptyDays(['2024-01-03']).feed)
  const Records = ['{"day":"2024-01-02"}', '{"day":"2024-01-03"}', 'hello'].map((body, at) => ({
    messageId: `m${at}`,
    body,
  }))
  expect(await handler({ Records }, context)).toEqual({
    batchItemFailures: [{ itemIdentifier: 'm1' }, { itemIdentifier: 'm2' }],
  })
})

test('when the time is nearly over, the days that are left fail and the run ends', async () => {
  const { handler } = lambda(endless)
  await expect(
    handler({ days: 2 }, { functionName: 'refresh', getRemainingTimeInMillis: () => 40 }),
  ).rejects.toThrow(
    '2 of 2 days failed: 2026-03-03, 2026-03-02. The first: not read: the time limit of this invocation was near',
  )
})

const batchOf = (...days: string[]) => ({
  Records: days.map(day => ({ messageId: day, body: JSON.stringify({ day }) })),
})

test('a message loads history without events, except for days that were refreshed', async () => {
  const days = batchOf('2026-02-23', '2026-02-24')
  const first = lambda(emptyDays().feed)
  await first.handler(days, context)
  expect(first.put.map(([, what]) => what)).toEqual(['past', 'past'])
  const refreshes = { 7: '2026-03-03T11:10:00Z' }
  const later = lambda(emptyDays().feed, refreshes)
  await later.handler(days, context)
  expect(later.put.map(([, what]) => what)).toEqual(['past', 'news'])
  expect(later.runs[0]).not.toHaveProperty('refresh')
})

test('the first refresh that reads far back creates events only for the hourly days, and is recorded', async () => {
  const { handler, put, runs } = lambda(emptyDays().feed)
  await handler({ scheduledTime: '2026-03-03T00:10:00Z' }, context)
  expect(put).toHaveLength(31)
  expect(put.filter(([, what]) => what === 'news').at(-1)).toEqual(['2026-02-24', 'news'])
  expect(runs[0]?.refresh).toEqual({ reach: 30, before: {} })
})

test.each([
  ['the days of every hour', {}, '2026-02-24'],
  ['the days that refreshes have reached', { 30: '2026-03-03T00:10:00Z' }, '2026-02-01'],
])('what is read by hand is news on %s, and else the past', async (_, refreshes, first) => {
  const { handler, put, runs } = lambda(emptyDays().feed, refreshes)
  await handler({ from: '2026-01-01', to: '2026-03-03' }, context)
  expect(put.filter(([, what]) => what === 'news').at(-1)).toEqual([first, 'news'])
  expect(put.at(-1)).toEqual(['2026-01-01', 'past'])
  expect(runs[0]).not.toHaveProperty('refresh')
})
