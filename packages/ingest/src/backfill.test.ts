import { changeKey } from '@daily-papers/papers/change.ts'
import { addDays, daysFrom, isWeekend } from '@daily-papers/papers/days.ts'
import type { Day } from '@daily-papers/papers/paper.ts'
import { createQuestions } from '@daily-papers/store/create-questions.ts'
import { lastReadings } from '@daily-papers/store/runs.ts'
import { startEngine, type TestEngine } from '@daily-papers/store/testing/engine.ts'
import { createWriter } from '@daily-papers/store/writer.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { backfill, isComplete } from './backfill.ts'
import { type Feed, FeedError } from './feed.ts'
import { ingest } from './ingest.ts'
import { createLog, type Log } from './log.ts'
import type { Progress } from './progress.ts'
import { daysToRefresh } from './schedule.ts'

import { feedEntry } from './testing/feed-entry.ts'

const NOW = '2026-03-04T12:00:00.000Z'
const days = daysFrom('2025-08-01', '2025-09-30')
const log = createLog({ write: () => {} })

let engine: TestEngine
let clock = Date.parse(NOW)
let table: Awaited<ReturnType<TestEngine['table']>>
beforeAll(async () => {
  engine = await startEngine()
})
afterAll(() => engine.close())
beforeEach(async () => {
  table = await engine.table()
})

/** An entry that a day shows. */
const entryOn = (day: Day, paper: Record<string, unknown>) =>
  feedEntry({ paper: { submittedOnDailyAt: `${day}T00:00:00.000Z`, ...paper } })

/** A paper on each weekday, none on weekends; `broken` days cannot be read. */
function aFeed(broken: readonly Day[] = []) {
  const asked: Day[] = []
  const feed: Feed = {
    async read(day) {
      asked.push(day)
      if (broken.includes(day)) throw new FeedError(`${day}: the Hub answered 503`, { retryable: true })
      const id = `${day.slice(2, 7).replace('-', '')}.000${day.slice(8)}`
      return { day, readAt: NOW, entries: isWeekend(day) ? [] : [entryOn(day, { id })] }
    },
  }
  return { feed, asked }
}

async function run(
  feed: Feed,
  more: { signal?: AbortSignal; onProgress?: (progress: Progress) => void; log?: Log } = {},
) {
  const { client, name } = table
  const known = await lastReadings(client, name)
  const missing = days.filter(day => !isComplete(day, known.get(day), Date.parse(NOW)))
  const store = createWriter(client, name, { owner: 'test' })
  // Runs are told apart by when they started.
  return backfill({ days: missing, feed, store, log, now: () => clock++, ...more })
}
const totals = () => createQuestions(table.client, table.name).totals()
const weekdays = days.filter(day => !isWeekend(day))

test('all days come in, the newest first, and are complete', async () => {
  const { feed, asked } = aFeed()
  expect(await run(feed)).toMatchObject({
    days: days.length,
    daysWithPapers: weekdays.length,
    papers: weekdays.length,
    new: weekdays.length,
    failed: [],
    untried: [],
    newestDay: '2025-09-30',
  })
  expect(asked).toEqual(days.toReversed())
  expect(await totals()).toMatchObject({ papers: weekdays.length, days: weekdays.length })
  const again = aFeed()
  expect(await run(again.feed)).toMatchObject({ days: 0, failed: [] })
  expect(again.asked).toEqual([])
})

test('a day that fails stops no other, and is all that is read the next time', async () => {
  expect(await run(aFeed(['2025-09-10']).feed)).toMatchObject({
    days: days.length - 1,
    failed: [{ day: '2025-09-10', reason: '2025-09-10: the Hub answered 503' }],
    untried: [],
  })
  const { feed, asked } = aFeed()
  expect(await run(feed)).toMatchObject({ new: 1, failed: [] })
  expect(asked).toEqual(['2025-09-10'])
})

test('a day with an unreadable entry is named, and read again until all can be read', async () => {
  const bad = '2025-09-10'
  const lines: string[] = []
  const told = createLog({ write: line => void lines.push(line) })
  const feedWith = (entry: unknown) => {
    const { feed, asked } = aFeed()
    const read: Feed['read'] = async day => {
      const reading = await feed.read(day)
      return 'entries' in reading && day === bad
        ? { ...reading, entries: [...reading.entries, entry] }
        : reading
    }
    return { feed: { read }, asked }
  }
  expect(await run(feedWith(null).feed, { log: told })).toMatchObject({
    days: days.length,
    skipped: 1,
    partial: [bad],
    failed: [],
  })
  expect(lines.at(-1)).toContain(`"days":["${bad}"]`)

  const still = feedWith(null)
  await run(still.feed)
  expect(still.asked).toEqual([bad])
  const { feed, asked } = feedWith(entryOn(bad, { id: '2509.99999' }))
  expect(await run(feed)).toMatchObject({ new: 1, skipped: 0 })
  expect(asked).toEqual([bad])
  const after = aFeed()
  await run(after.feed)
  expect(after.asked).toEqual([])
})

test('ended twice and begun again, it reads no day twice but the one it was ended at, and ends complete', async () => {
  const asked: Day[] = []
  for (const most of [20, 25, 100]) {
    const ended = new AbortController()
    const { feed } = aFeed()
    let left = most
    const read: Feed['read'] = async (day, signal) => {
      asked.push(day)
      if (left-- === 0) ended.abort(new Error('ended'))
      signal?.throwIfAborted()
      return feed.read(day)
    }
    await run({ read }, { signal: ended.signal })
  }
  expect(new Set(asked).size).toBe(days.length)
  expect(asked).toHaveLength(days.length + 2)
  expect(await totals()).toMatchObject({ papers: weekdays.length, days: weekdays.length })
})

const told = async () => {
  const request = { after: null, since: null, kinds: null, size: 100, now: Date.parse(NOW) }
  const { rows } = await createQuestions(table.client, table.name).changes(request)
  return rows.map(({ node }) => changeKey(node))
}

test('a backfill creates no events where nothing is refreshed, however recent its days are', async () => {
  const store = createWriter(table.client, table.name, { owner: 'test' })
  const recent = daysFrom('2026-03-02', '2026-03-04')
  await backfill({ days: recent, feed: aFeed().feed, store, log, now: () => clock++ })
  expect([await told(), (await totals()).papers]).toEqual([[], 3])
})

test('a backfill between two refreshes hides no events of their days, and creates no others', async () => {
  const store = createWriter(table.client, table.name, { owner: 'test' })
  const [hour, last] = [3_600_000, '2026-03-04']
  const at = Date.parse(NOW)
  /** A paper of `last` whose votes grow, another one from the second hour on, and one of the past. */
  const feedAt = (ms: number): Feed => ({
    async read(day) {
      const late = ms > at ? [feedEntry({ paper: { id: '2603.00002' } })] : []
      const first = feedEntry({ paper: { id: '2603.00001', upvotes: ms > at ? 11 : 1 } })
      const past = [entryOn('2026-02-20', { id: '2602.00001', upvotes: 300 })]
      const entries = { [last]: [first, ...late], '2026-02-20': past }[day] ?? []
      return { day, readAt: new Date(ms).toISOString(), entries }
    },
  })
  const refreshAt = async (ms: number) => {
    const refresh = await store.lastRefreshes()
    const days = daysToRefresh(new Date(ms).toISOString(), refresh)
    return ingest({ days, refresh, feed: feedAt(ms), store, log, now: () => ms })
  }
  await refreshAt(at)
  const days = daysFrom('2026-02-01', last)
  await backfill({ days, feed: feedAt(at + hour), store, log, now: () => at + hour })
  expect((await totals()).papers).toBe(3)
  const expected = ['2603.00001', '2603.00002'].flatMap(id => [
    `codeAdded/${id}`,
    `featured/${id}/${last}`,
    `upvotesPassed/${id}/10`,
  ])
  expect((await told()).toSorted()).toEqual(expected.toSorted())
  await refreshAt(at + 2 * hour)
  expect(await told()).toHaveLength(expected.length)
})

test('a feed that does not answer is given up after thirty days, and the other days are named', async () => {
  const { feed, asked } = aFeed(days)
  const { failed, untried } = await run(feed)
  expect([failed.length, untried.length, asked.length]).toEqual([30, days.length - 30, 30])
  expect(untried[0]).toBe(addDays('2025-09-30', -30))
})

test('progress runs through all days and counts what failed', async () => {
  const seen: Progress[] = []
  await run(aFeed(['2025-09-29', '2025-08-02']).feed, { onProgress: progress => seen.push(progress) })
  expect(seen[0]).toEqual({ done: 0, total: days.length, failed: 0, day: '2025-09-30' })
  expect(seen.at(-1)).toMatchObject({ done: days.length, total: days.length, failed: 2 })
  const done = seen.map(progress => progress.done)
  expect(done).toEqual(done.toSorted((a, b) => a - b))
})

test.each<[string, Day, string | undefined, boolean]>([
  ['never read', '2026-03-01', undefined, false],
  ['read when it had stopped changing', '2025-09-01', '2025-12-01T00:00:00.000Z', true],
  ['read while it still changed', '2025-09-01', '2025-11-29T00:00:00.000Z', false],
  ['read while it still changed, but an hour ago', '2026-03-04', '2026-03-04T11:00:00.000Z', true],
  ['read while it still changed, a day and an hour ago', '2026-03-03', '2026-03-03T11:00:00.000Z', false],
])('a day %s', (_, day, readAt, complete) => {
  expect(isComplete(day, readAt, Date.parse(NOW))).toBe(complete)
})

test('a recorded day is complete once it was read', () => {
  expect(isComplete('2026-03-01', '2026-03-01T23:59:59.999Z', Date.parse('2026-06-01'), 0)).toBe(true)
  expect(isComplete('2026-03-01', '2026-03-01T12:00:00.000Z', Date.parse('2026-06-01'), 0)).toBe(false)
})
