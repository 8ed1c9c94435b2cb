import { hubFeed } from '@daily-papers/ingest/hub-feed.ts'
import { ingest } from '@daily-papers/ingest/ingest.ts'
import type { Log } from '@daily-papers/ingest/log.ts'
import { daysToRefresh } from '@daily-papers/ingest/schedule.ts'
import { addDays, dayOf, daysFrom, HOUR_MS } from '@daily-papers/papers/days.ts'
import type { Day, Instant } from '@daily-papers/papers/paper.ts'
import { createQuestions } from '@daily-papers/store/create-questions.ts'
import type { Table } from '@daily-papers/store/table.ts'
import { countRequests } from '@daily-papers/store/testing/counting.ts'
import { startEngine, type TestEngine } from '@daily-papers/store/testing/engine.ts'
import { createWriter } from '@daily-papers/store/writer.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fullest } from '../days/corpora.ts'
import type { HubEntry } from '../days/corpus.ts'
import { type Hub, startHub } from '../days/hub/hub.ts'

const HOURS = 7 * 24

const silent: Log = { info: () => {}, warn: () => {}, error: () => {} }
const instant = (ms: number): Instant => new Date(ms).toISOString()
type Votes = Record<string, number | null>

function votesOnHub(hub: Hub, day: Day): Votes {
  const entries = hub.entriesOn(day) as HubEntry[]
  return Object.fromEntries(entries.map(({ paper }) => [paper.id, paper.upvotes ?? null]))
}

async function votesInTable({ client, name }: Table, day: Day): Promise<Votes> {
  const page = { size: 500, after: null, before: null, backward: false }
  const order = { field: 'upvotes', descending: true } as const
  const { rows } = await createQuestions(client, name).papersOn(day, order, page)
  return Object.fromEntries(rows.map(({ node }) => [node.id, node.upvotes]))
}

describe.each(fullest)(
  'a week of hourly runs over $name days, while papers arrive and votes grow',
  corpus => {
    const start = Date.parse(corpus.monday) + 10 * 60_000
    let hub: Hub
    let engine: TestEngine
    let table: Table
    let now = start
    /** Papers that a settled day gained later. */
    let late = 0
    let settled = 0
    const quiet: string[][] = []

    const runOf = async () => {
      const feed = hubFeed({ baseUrl: hub.url, now: () => now })
      const store = createWriter(table.client, table.name, { owner: 'test' })
      const refresh = await store.lastRefreshes()
      const days = daysToRefresh(instant(now), refresh)
      const summary = await ingest({ days, refresh, feed, store, log: silent, now: () => now })
      expect(summary.failed).toEqual([])
      return summary
    }

    beforeAll(async () => {
      ;[hub, engine] = await Promise.all([
        startHub(corpus, { now: instant(start), growth: true }),
        startEngine(),
      ])
      table = await engine.table()
      const requests = countRequests(table.client)
      const { days } = createQuestions(table.client, table.name)
      const counts = new Map<Day, number>()
      for (let hour = 0; hour < HOURS; hour++) {
        now = start + hour * HOUR_MS
        hub.setNow(instant(now))
        requests.take()
        const { new: added, changed } = await runOf()
        if (added + changed === 0) quiet.push(requests.take())
        for (const day of await days(daysFrom(addDays(corpus.monday, -7), dayOf(now)))) {
          if (!day) continue
          late += day.paperCount - (counts.get(day.date) ?? day.paperCount)
          if (day.state === 'settled') counts.set(day.date, day.paperCount)
        }
        settled = counts.size
      }
    })
    afterAll(async () => {
      await hub.close()
      await engine.close()
    })

    test('the votes of every paper are those of the Hub when its day was last to be read', async () => {
      const today = dayOf(now)
      const midnight = now - new Date(now).getUTCHours() * HOUR_MS
      const readAt = new Map<Day, number>([
        ...daysToRefresh(instant(start)).map((day): [Day, number] => [day, start]),
        ...daysToRefresh(instant(midnight)).map((day): [Day, number] => [day, midnight]),
        ...daysToRefresh(instant(now)).map((day): [Day, number] => [day, now]),
      ])
      expect(readAt.size).toBe(97)
      expect(daysToRefresh(instant(now))).toContain(today)
      let papers = 0
      for (const [day, at] of readAt) {
        hub.setNow(instant(at))
        const votes = votesOnHub(hub, day)
        expect(await votesInTable(table, day)).toEqual(votes)
        papers += Object.keys(votes).length
      }
      expect(papers).toBeGreaterThan(500)
    })

    test('no day that was called complete gained a paper', () => {
      process.stdout.write(`${late} papers came late on ${settled} days that were settled\n`)
      expect(settled).toBeGreaterThanOrEqual(10)
      expect(late).toBe(0)
    })

    test('an hour in which nothing moved costs reads and the record of the run', async () => {
      now += 1_000
      hub.setNow(instant(start + (HOURS - 1) * HOUR_MS))
      const requests = countRequests(table.client)
      expect(await runOf()).toMatchObject({ new: 0, changed: 0 })
      for (const taken of [...quiet, requests.take()]) {
        const writes = taken.filter(name => !['BatchGetItem', 'Query'].includes(name))
        expect(writes).toEqual(['PutItem'])
        expect(taken.length).toBeLessThanOrEqual(6)
      }
    })
  },
)
