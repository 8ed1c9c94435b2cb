import { hubFeed } from '@daily-papers/ingest/hub-feed.ts'
import { ingest } from '@daily-papers/ingest/ingest.ts'
import type { Log } from '@daily-papers/ingest/log.ts'
import { daysToRefresh } from '@daily-papers/ingest/schedule.ts'
import { dayOf, daysFrom } from '@daily-papers/papers/days.ts'
import type { Day, Instant } from '@daily-papers/papers/paper.ts'
import { createQuestions } from '@daily-papers/store/read.ts'
import type { Table } from '@daily-papers/store/requests.ts'
import { countRequests } from '@daily-papers/store/testing/counting.ts'
import { startEngine, type TestEngine } from '@daily-papers/store/testing/engine.ts'
import { createWriter } from '@daily-papers/store/writer.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasRecordedDays, needsRecordedDays, type Replay, startReplay } from './days/recorded.ts'

const HOUR_MS = 3_600_000
const MONDAY = Date.parse('2026-04-13T00:10:00.000Z')
const HOURS = 7 * 24

const silent: Log = { info: () => {}, warn: () => {}, error: () => {} }
const instant = (ms: number): Instant => new Date(ms).toISOString()
type Votes = Record<string, number>

async function votesOnHub(replay: Replay, day: Day): Promise<Votes> {
  const answer = await fetch(`${replay.url}/api/daily_papers?date=${day}&limit=100`)
  const entries = (await answer.json()) as { paper: { id: string; upvotes: number } }[]
  return Object.fromEntries(entries.map(({ paper }) => [paper.id, paper.upvotes]))
}

async function votesInTable({ client, name }: Table, day: Day): Promise<Record<string, number | null>> {
  const page = { size: 500, after: null, before: null, backward: false }
  const order = { field: 'upvotes', descending: true } as const
  const { rows } = await createQuestions(client, name).papersOn(day, order, page)
  return Object.fromEntries(rows.map(({ node }) => [node.id, node.upvotes]))
}

describe.skipIf(!hasRecordedDays)(
  `${needsRecordedDays}, a week of hourly runs while papers arrive and votes grow`,
  () => {
    let replay: Replay
    let engine: TestEngine
    let table: Table
    let now = MONDAY
    /** Papers that a settled day gained later. */
    let late = 0
    let settled = 0
    const quiet: string[][] = []

    const runOf = async () => {
      const feed = hubFeed({ baseUrl: replay.url, now: () => now })
      const store = createWriter(table.client, table.name, { owner: 'test' })
      const refresh = await store.lastRefreshes()
      const days = daysToRefresh(instant(now), refresh)
      const summary = await ingest({ days, refresh, feed, store, log: silent, now: () => now })
      expect(summary.failed).toEqual([])
      return summary
    }

    beforeAll(async () => {
      ;[replay, engine] = await Promise.all([startReplay(instant(MONDAY), '--growth'), startEngine()])
      table = await engine.table()
      const requests = countRequests(table.client)
      const { days } = createQuestions(table.client, table.name)
      const counts = new Map<Day, number>()
      for (let hour = 0; hour < HOURS; hour++) {
        now = MONDAY + hour * HOUR_MS
        await replay.setNow(instant(now))
        requests.take()
        const { new: added, changed } = await runOf()
        if (added + changed === 0) quiet.push(requests.take())
        for (const day of await days(daysFrom('2026-04-06', dayOf(now)))) {
          if (!day) continue
          late += day.paperCount - (counts.get(day.date) ?? day.paperCount)
          if (day.state === 'settled') counts.set(day.date, day.paperCount)
        }
        settled = counts.size
      }
    })
    afterAll(async () => {
      replay.stop()
      await engine.close()
    })

    test('the votes of every paper are those of the Hub when its day was last to be read', async () => {
      const today = dayOf(now)
      const midnight = now - new Date(now).getUTCHours() * HOUR_MS
      const readAt = new Map<Day, number>([
        ...daysToRefresh(instant(MONDAY)).map((day): [Day, number] => [day, MONDAY]),
        ...daysToRefresh(instant(midnight)).map((day): [Day, number] => [day, midnight]),
        ...daysToRefresh(instant(now)).map((day): [Day, number] => [day, now]),
      ])
      expect(readAt.size).toBe(97)
      expect(daysToRefresh(instant(now))).toContain(today)
      let papers = 0
      for (const [day, at] of readAt) {
        await replay.setNow(instant(at))
        const votes = await votesOnHub(replay, day)
        expect(await votesInTable(table, day)).toEqual(votes)
        papers += Object.keys(votes).length
      }
      expect(papers).toBeGreaterThan(1_000)
    })

    test('no day that was called complete gained a paper', () => {
      process.stdout.write(`${late} papers came late on ${settled} days that were settled\n`)
      expect(settled).toBeGreaterThanOrEqual(10)
      expect(late).toBe(0)
    })

    test('an hour in which nothing moved costs reads and the record of the run', async () => {
      now += 1_000
      await replay.setNow(instant(MONDAY + (HOURS - 1) * HOUR_MS))
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
