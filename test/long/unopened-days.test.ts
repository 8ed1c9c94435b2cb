import { hubFeed } from '@daily-papers/ingest/hub-feed.ts'
import { ingest } from '@daily-papers/ingest/ingest.ts'
import { createLog } from '@daily-papers/ingest/log.ts'
import { sampleEntries } from '@daily-papers/ingest/sample.ts'
import { daysToRefresh } from '@daily-papers/ingest/schedule.ts'
import { addDays, dayOf, daysFrom, HOUR_MS, isWeekend } from '@daily-papers/papers/days.ts'
import type { Day } from '@daily-papers/papers/paper.ts'
import { createQuestions } from '@daily-papers/store/create-questions.ts'
import { startEngine } from '@daily-papers/store/testing/engine.ts'
import { createWriter } from '@daily-papers/store/writer.ts'
import { expect, onTestFinished, test } from 'vitest'
import { entry, stubHub } from '../days/hub/stub-hub.ts'
import { seeded } from '../days/seeded.ts'
import { dataDir, query, run, start } from './commands/command.ts'

const PAPERS = 6

/** The newest day that is open. Days open at 21:30 in New York of the day before. */
function newestDay(now: number): Day {
  const wallClock = new Date(now).toLocaleString('sv', { timeZone: 'America/New_York' })
  return dayOf(Date.parse(`${wallClock.replace(' ', 'T')}Z`) + 2.5 * HOUR_MS)
}

test.each([
  ['from 02:30 to 01:30', '2026-03-04', 5 * 3 + 5 * 2],
  ['from 01:30 to 02:30', '2025-10-29', 5 * 2 + 5 * 3],
])('hourly runs never fail and miss nothing while the opening moves %s UTC', async (_, first, closed) => {
  const [hub, engine] = await Promise.all([stubHub(), startEngine()])
  onTestFinished(() => engine.close())
  const table = await engine.table()
  const store = createQuestions(table.client, table.name)
  const messages: string[] = []
  const log = createLog({ write: line => messages.push(JSON.parse(line).message) })
  const random = seeded(1)
  hub.fails = () => random() < 0.05
  let requested = 0
  for (let hour = 0; hour < 10 * 24; hour++) {
    const now = Date.parse(`${first}T00:07:00Z`) + hour * HOUR_MS
    const today = dayOf(now)
    hub.newestDay = newestDay(now)
    hub.days.set(today, sampleEntries(today, { papersPerDay: PAPERS }).slice(0, hour % 24))
    const feed = hubFeed({ baseUrl: hub.url, now: () => now, sleep: async () => {}, log })
    const writer = createWriter(table.client, table.name, { owner: 'test' })
    const refresh = await writer.lastRefreshes()
    const days = daysToRefresh(new Date(now).toISOString(), refresh)
    requested += days.length
    const summary = await ingest({ days, refresh, feed, store: writer, log, now: () => now })
    expect(summary.failed).toEqual([])
    expect(summary.days).toBe(hub.newestDay === today ? days.length : days.length - 1)
  }
  const count = (message: string) => messages.filter(each => each === message).length
  expect(count('day left for a later run')).toBe(closed)
  expect(hub.asked).toHaveLength(requested + count('asking the Hub again'))
  expect(count('asking the Hub again')).toBeGreaterThan(requested / 40)
  for (const day of daysFrom(first, addDays(first, 9)).filter(day => !isWeekend(day))) {
    const [known] = await store.days([day])
    const ids = sampleEntries(day, { papersPerDay: PAPERS }).length
    expect([day, known?.paperCount]).toEqual([day, ids])
    if (day < addDays(first, 9)) expect([day, known?.state]).toEqual([day, 'settled'])
  }
})

const days = {
  '2026-05-27': [entry('2605.10001', '2026-05-27')],
  '2026-05-28': [entry('2605.10002', '2026-05-28', 3)],
  '2026-05-29': [entry('2605.10003', '2026-05-29')],
}

/** The days above while the last one is not open. */
async function beforeOpening() {
  const hub = await stubHub(days)
  hub.newestDay = '2026-05-28'
  return { hub, env: { DATA_DIR: await dataDir(), HUB_URL: hub.url, NOW: '2026-05-29T00:30:00Z' } }
}

test('`ingest` loads the days before, and the day itself once it is open', async () => {
  const { hub, env } = await beforeOpening()
  const before = await run('ingest', ['--days', '3'], env)
  expect(before).toMatchObject({ code: 0, stderr: '' })
  expect(before.stdout).toMatch(/^ingested 2 papers on 2 days/)
  hub.newestDay = '2026-05-29'
  const after = await run('ingest', ['--days', '3'], { ...env, NOW: '2026-05-29T01:40:00Z' })
  expect(after).toMatchObject({ code: 0, stderr: '' })
  expect(after.stdout).toMatch(/^ingested 3 papers on 3 days .*\(1 new, 0 changed/)
})

test('`backfill` succeeds without the day, and reads nothing else the next time', async () => {
  const { hub, env } = await beforeOpening()
  expect(await run('backfill', ['--from', '2026-05-27'], env)).toMatchObject({ code: 0, stderr: '' })
  hub.asked.length = 0
  hub.newestDay = '2026-05-29'
  expect(await run('backfill', ['--from', '2026-05-27'], env)).toMatchObject({ code: 0 })
  expect(hub.asked).toEqual(['2026-05-29'])
})

test('`dev` shows the newest of the days before, with no sample and no word of the Hub being away', async () => {
  const { env } = await beforeOpening()
  const dev = start('dev', [], env)
  await dev.line(/^ingested 2 papers on 2 days/m)
  const answer = await query(dev, '{ day { date isComplete } status { feedAnswered latestDay { date } } }')
  expect(answer).toEqual({
    day: { date: '2026-05-28', isComplete: false },
    status: { feedAnswered: true, latestDay: { date: '2026-05-28' } },
  })
  dev.child.kill('SIGTERM')
  expect(await dev.ended).toBe(0)
  expect(dev.stderr()).toBe('')
})
