import { randomBytes } from 'node:crypto'
import { addDays, daysFrom } from '@daily-papers/papers/days.ts'
import { createQuestions } from '@daily-papers/store/create-questions.ts'
import { startEngine, type TestEngine } from '@daily-papers/store/testing/engine.ts'
import { createWriter, type Writer } from '@daily-papers/store/writer.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Feed } from './feed.ts'
import { ingest } from './ingest.ts'
import { createLog } from './log.ts'
import { daysToRefresh } from './schedule.ts'
import { feedAuthor, feedEntry } from './testing/feed-entry.ts'

const DAY = '2026-03-04'
const log = createLog({ write: () => {} })

let engine: TestEngine
let store: ReturnType<typeof createQuestions>
let writer: Writer
beforeAll(async () => {
  engine = await startEngine()
})
afterAll(() => engine.close())
beforeEach(async () => {
  const { client, name } = await engine.table()
  store = createQuestions(client, name)
  writer = createWriter(client, name, { owner: 'test' })
})

/** A feed of one day that has `entries` at an hour. */
const feedAt = (hour: string, entries: unknown[]): Feed => ({
  read: async day => ({ day, readAt: `${DAY}T${hour}:00:00.000Z`, entries }),
})
const run = (feed: Feed, store: Writer = writer) => ingest({ days: [DAY], feed, store, log })

/** The first entries of a day. */
const readable = (count: number) =>
  Array.from({ length: count }, (_, i) => feedEntry({ paper: { id: `2603.0000${i + 1}` } }))

describe('unreadable entries', () => {
  it('one of five is left out and counted', async () => {
    expect(await run(feedAt('12', [...readable(4), null]))).toMatchObject({ new: 4, skipped: 1, failed: [] })
  })

  it.each([
    ['two of six', [...readable(4), null, {}]],
    ['all, though it is only one', [null]],
  ])('%s: the day fails, and what was there stays', async (_, entries) => {
    await run(feedAt('11', readable(4)))
    expect(await run(feedAt('12', entries))).toMatchObject({ failed: [{ day: DAY }] })
    expect(await store.days([DAY])).toMatchObject([{ paperCount: 4 }])
  })
})

describe('a feed that has changed', () => {
  const paper = (n: number, fields: object) => feedEntry({ paper: { id: `2603.0000${n}`, ...fields } })

  it.each([
    ['paper.upvotes of 2 of 6 entries', { upvotes: '12' }],
    ['paper.ai_keywords of 2 of 6 entries', { ai_keywords: [{ text: 'sampling' }] }],
  ])('fails the day, and what was there stays, when it shows %s otherwise', async (reason, fields) => {
    await run(feedAt('11', readable(6)))
    const { failed } = await run(feedAt('12', [...readable(4), paper(5, fields), paper(6, fields)]))
    expect(failed).toMatchObject([{ day: DAY, reason: expect.stringContaining(reason) }])
    const [kept] = await store.papers(['2603.00005'])
    expect(kept).toMatchObject({ upvotes: 12, keywords: ['sampling', 'everything'] })
  })

  it('loses but a field when one entry of two shows it otherwise', async () => {
    const { failed } = await run(feedAt('12', [paper(1, {}), paper(2, { upvotes: '12' })]))
    expect(failed).toEqual([])
    expect(await store.papers(['2603.00001', '2603.00002'])).toMatchObject([
      { upvotes: 12 },
      { upvotes: null },
    ])
  })
})

describe('a day that shows papers of another', () => {
  const of = (n: number, day: string | undefined) =>
    feedEntry({ paper: { id: `2603.0000${n}`, submittedOnDailyAt: day && `${day}T23:00:00.000Z` } })

  it.each<[string, boolean, (string | undefined)[]]>([
    ['half of those dated, is read', false, [DAY, '2026-03-03', undefined]],
    ['most of those dated, fails', true, [DAY, '2026-03-03', '2026-03-03', undefined, undefined]],
    ['none that is dated, is read', false, [undefined]],
  ])('%s', async (_, fails, days) => {
    const { failed, papers } = await run(
      feedAt(
        '12',
        days.map((day, i) => of(i + 1, day)),
      ),
    )
    expect([failed.length, papers]).toEqual(fails ? [1, 0] : [0, days.length])
  })
})

it('values too large for the table harm neither their paper nor the others, then and later', async () => {
  const huge = 'x'.repeat(450_000)
  const [, other] = readable(2)
  const bad = feedEntry({
    organization: { name: 'lab', avatar: `https://a.example/${huge}` },
    submittedBy: { name: 'ann', fullname: huge },
    paper: {
      id: '2603.00001',
      authors: [feedAuthor({ name: 'Ann' }), feedAuthor({ name: huge })],
      ai_keywords: ['sampling', huge],
    },
  })
  const large = feedEntry({ brandNew: randomBytes(400_000).toString('base64'), paper: { id: '2603.00003' } })
  const entries = [bad, other, large]
  expect(await run(feedAt('12', entries))).toMatchObject({ new: 2, skipped: 1, failed: [] })
  expect(await run(feedAt('13', [...entries, feedEntry({ paper: { id: '2603.00004' } })]))).toMatchObject({
    new: 1,
    failed: [],
  })
  expect(await store.totals()).toMatchObject({ papers: 3, author: 3, keyword: 2 })
})

it('a paper with 664 authors has each of them, in their order', async () => {
  const names = Array.from({ length: 664 }, (_, i) => `Author Number ${i}`)
  await run(feedAt('12', [feedEntry({ paper: { authors: names.map(name => feedAuthor({ name })) } })]))
  const [paper] = await store.papers(['2603.00001'])
  expect(paper?.authors.map(({ name }) => name)).toEqual(names)
  expect(await store.totals()).toMatchObject({ papers: 1, author: 664 })
  expect(await store.entities('author', ['author number 663'])).toMatchObject([{ paperCount: 1 }])
})

it('a day that an older run wrote after this one had found it unchanged is read again', async () => {
  const votes = (upvotes: number) => [feedEntry({ paper: { upvotes } })]
  await run(feedAt('09', votes(1)))
  const hours = ['11', '12']
  const feed: Feed = { read: day => feedAt(hours.shift() ?? '', votes(1)).read(day) }
  const overtaking: Writer = {
    ...writer,
    async putRun(record) {
      if (hours.length === 1) await run(feedAt('10', votes(7)))
      return writer.putRun(record)
    },
  }
  await run(feed, overtaking)
  expect(hours).toEqual([])
  expect(await store.papers(['2603.00001'])).toMatchObject([{ upvotes: 1 }])
})

describe('of days read by hand', () => {
  const NOON = Date.parse(`${DAY}T12:00:00.000Z`)
  const days = daysFrom(addDays(DAY, -60), DAY)
  /** A paper on each day. */
  const aPaperADay: Feed = {
    read: async day => ({
      day,
      readAt: new Date(NOON).toISOString(),
      entries: [
        feedEntry({
          paper: {
            id: `${day.slice(2, 7).replace('-', '')}.000${day.slice(8)}`,
            submittedOnDailyAt: `${day}T00:00:00.000Z`,
          },
        }),
      ],
    }),
  }
  const byHand = () => ingest({ days, feed: aPaperADay, store: writer, log, now: () => NOON })
  const refreshAt = async (ms: number) => {
    const refresh = await writer.lastRefreshes()
    const days = daysToRefresh(new Date(ms).toISOString(), refresh)
    return ingest({ days, refresh, feed: aPaperADay, store: writer, log, now: () => ms })
  }
  /** The featured days of the change events, earliest first. */
  const told = async () => {
    const asked = { after: null, since: null, kinds: null, size: 100, now: NOON }
    const { rows } = await store.changes(asked)
    return rows.flatMap(({ node }) => (node.kind === 'featured' ? node.day : [])).toSorted()
  }

  it('into an empty table, those that are read every hour are news, and the older ones the past', async () => {
    expect(await byHand()).toMatchObject({ new: days.length })
    expect(await told()).toEqual(daysFrom(addDays(DAY, -7), DAY))
    await refreshAt(NOON + 1)
    expect(await told()).toHaveLength(8)
  })

  it('after refreshes of those days, the older ones are the past all the same', async () => {
    await refreshAt(NOON - 1)
    await byHand()
    expect(await told()).toEqual(daysFrom(addDays(DAY, -7), DAY))
    expect(await store.totals()).toMatchObject({ papers: days.length })
  })
})
