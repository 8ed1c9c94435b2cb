import { type IngestSummary, ingest } from '@daily-papers/ingest/ingest.ts'
import type { Log } from '@daily-papers/ingest/log.ts'
import { daysToRefresh } from '@daily-papers/ingest/schedule.ts'
import { addDays, dayOf, HOUR_MS, lastDays } from '@daily-papers/papers/days.ts'
import type { Day } from '@daily-papers/papers/paper.ts'
import { createQuestions } from '@daily-papers/store/create-questions.ts'
import type { Table } from '@daily-papers/store/table.ts'
import { startEngine } from '@daily-papers/store/testing/engine.ts'
import { createWriter } from '@daily-papers/store/writer.ts'
import type { Corpus } from '../../days/corpus.ts'
import { startHub } from '../../days/hub/hub.ts'
import { seeded } from '../../days/seeded.ts'
import { ingestProcesses } from './killed-ingest.ts'
import { type Seen, wrongChanges, wrongHistories, wrongRankings } from './month-checks.ts'
import { createMonthHub, type MonthHub, type Said } from './month-hub.ts'
import { createReader } from './month-reader.ts'

export interface MonthOptions {
  corpus: Corpus
  /** How long it is; a month has 720. */
  hours: number
  /** How often a process of the ingest is killed by SIGKILL before it has ended. */
  kills: number
  seed: number
}

export interface MonthReport {
  runs: number
  kills: number
  /** Kills of a process that held the lease. */
  whileWriting: number
  /** Days that a run could not read. */
  failed: number
  papers: number
  polls: number
  /** Polls that ended before their reader had stored what they brought. */
  pollsKilled: number
  changes: number
  points: number
  ranked: number
  /** What is not as it must be. */
  wrong: string[]
}

const MINUTE_MS = 60_000
const HOURLY_DAYS = 8

const silent: Log = { info: () => {}, warn: () => {}, error: () => {} }
const instant = (ms: number) => new Date(ms).toISOString()
const failedIn = ({ failed }: IngestSummary) => new Set(failed.map(({ day }) => day))

/**
 * Hourly runs against the stand-in for the Hub, where papers arrive, votes grow and one request in
 * twenty fails. Now and then the run is a process that is killed at a random instant, and a reader of `changes`, who asks
 * at random, dies too. Says what is not as what was read implies.
 */
export async function month({ corpus, hours, kills, seed }: MonthOptions): Promise<MonthReport> {
  const random = seeded(seed)
  const start = Date.parse(corpus.monday) + 10 * MINUTE_MS
  const [served, engine] = await Promise.all([
    startHub(corpus, { now: instant(start), growth: true }),
    startEngine(),
  ])
  try {
    const table = await engine.table()
    const store = createQuestions(table.client, table.name)
    const hub = createMonthHub(served, seed)
    const reader = createReader(table, random)
    const seen: Seen = new Map()
    const report = { runs: 0, kills: 0, whileWriting: 0, failed: 0, ranked: 0, wrong: [] as string[] }

    const note = (said: ReadonlyMap<Day, [string, Said][]>, failed: ReadonlySet<Day>) => {
      report.runs++
      report.failed += failed.size
      for (const [day, papers] of said)
        for (const [id, each] of failed.has(day) ? [] : papers) seen.set(id, [...(seen.get(id) ?? []), each])
    }

    /** A run of the schedule. */
    const run = async (now: number) => {
      hub.setNow(now)
      const feed = hub.feedAt(now)
      note(feed.said, failedIn(await refresh(table, feed, now)))
    }

    const runCommand = ingestProcesses(table, { HUB_URL: hub.url, DYNAMODB_ENDPOINT: engine.url }, random)
    /** The command as a process; whether it was killed before it had ended. */
    const runProcess = async (now: number, kills: boolean): Promise<boolean> => {
      hub.setNow(now)
      const fate = await runCommand(['--days', String(HOURLY_DAYS)], instant(now), kills)
      // What a killed one has read is not known: all that it may have read is what the Hub says now.
      const said = await hub.ask(now, lastDays(dayOf(now), HOURLY_DAYS).reverse())
      if (fate.summary) note(said, failedIn(fate.summary))
      else {
        report.kills++
        if (fate.whileWriting) report.whileWriting++
      }
      return fate.summary === null
    }

    let measured = false
    for (let hour = 0; hour < hours; hour++) {
      const now = start + hour * HOUR_MS
      // A few hours are left for processes that end before they are killed.
      const due = ((kills - report.kills) / Math.max(1, hours - 8 - hour)) * 1.2
      let minutes = 0
      if (hour > 0 && random() < due) {
        if (!measured) await runProcess(now, false)
        measured = true
        // Some are killed while they set right what the last one left.
        for (let again = true; again && report.kills < kills; again = minutes < 40 && random() < 0.3) {
          minutes += 10
          if (!(await runProcess(now + minutes * MINUTE_MS, true))) continue
          if (random() < 0.5) await reader.poll(now)
        }
        minutes += 10
      }
      const polling = random() < 0.2 ? reader.poll(now) : null
      if (minutes === 0 || random() < 0.5) await run(now + minutes * MINUTE_MS)
      await polling
      if (random() < 0.01 || hour === hours - 1) {
        const { ranked, wrong } = await wrongRankings(store, [...seen.keys()], now + HOUR_MS - 1)
        report.ranked += ranked
        report.wrong.push(...wrong)
      }
    }
    const end = start + hours * HOUR_MS
    await run(end)
    await reader.catchUp(end)
    const firstEmittingDay = addDays(dayOf(start), 1 - HOURLY_DAYS)
    report.wrong.push(...wrongChanges(seen, firstEmittingDay, reader.stored()))
    const histories = await wrongHistories(store, seen, hub)
    report.wrong.push(...histories.wrong)
    const { points } = histories
    return { ...report, ...reader.figures, papers: seen.size, changes: reader.stored().length, points }
  } finally {
    await served.close()
    await engine.close()
  }
}

async function refresh({ client, name }: Table, feed: ReturnType<MonthHub['feedAt']>, now: number) {
  // When it runs, no process does: whatever a killed one holds is free.
  const store = createWriter(client, name, { owner: 'schedule', isGone: () => true })
  const known = await store.lastRefreshes()
  const days = daysToRefresh(instant(now), known)
  return ingest({ days, refresh: known, feed, store, log: silent, now: () => now })
}
