import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPapersApi } from '@daily-papers/api/papers-api.ts'
import { ingest } from '@daily-papers/ingest/ingest.ts'
import { daysToRefresh } from '@daily-papers/ingest/schedule.ts'
import { addDays, dayOf, HOUR_MS, lastDays } from '@daily-papers/papers/days.ts'
import { folderPlace } from '@daily-papers/snapshot/folder.ts'
import { publishSnapshot } from '@daily-papers/snapshot/publish.ts'
import { createCorpus } from '@daily-papers/store/corpus.ts'
import { createQuestions } from '@daily-papers/store/create-questions.ts'
import { startEngine } from '@daily-papers/store/testing/engine.ts'
import { createWriter } from '@daily-papers/store/writer.ts'
import { corpusOf, generateDays } from '../days/generated/generated.ts'
import type { FaultRule } from '../days/hub/faults.ts'
import { startHub } from '../days/hub/hub.ts'
import { seeded } from '../days/seeded.ts'
import { wrongChanges, wrongHistories, wrongRankings } from '../long/crash/month-checks.ts'
import { createMonthHub, type MonthHub } from '../long/crash/month-hub.ts'
import { createReader } from '../long/crash/month-reader.ts'
import { createAnswers } from './answers.ts'
import { simulateMails } from './mails.ts'
import { createOracle } from './oracle.ts'

export interface SimulationOptions {
  days: number
  seed: number
  papersPerDay?: number
  tell?: (line: string) => void
}

export interface SimulationReport {
  runs: number
  /** Days that a run could not read. */
  failedDays: number
  /** Hours in which the Hub answered nothing. */
  hoursAway: number
  /** Pairs of writers at the same time. */
  pairs: number
  snapshots: number
  papers: number
  changes: number
  points: number
  mails: number
  /** Processes of the digest that were killed. */
  mailsKilled: number
  /** Answers that were compared with the oracle. */
  compared: number
  /** What differs from the oracle. */
  wrong: string[]
}

const START = '2026-01-05'
const HOURLY_DAYS = 8
/** Every kind of fault, together about one answer in fifteen. */
const FAULTS: FaultRule[] = [
  { kind: 'status', status: 503, p: 0.01 },
  { kind: 'reset', p: 0.01 },
  { kind: 'truncate', p: 0.01 },
  { kind: 'html', p: 0.005 },
  { kind: 'errorObject', p: 0.005 },
  { kind: 'garbage', p: 0.01 },
  { kind: 'unknownField', p: 0.005 },
  { kind: 'duplicate', p: 0.005 },
  { kind: 'shuffle', p: 0.005 },
  { kind: 'slow', ms: 1, p: 0.005 },
  { kind: 'hang', p: 0.0002 },
]
const silent = { info() {}, warn() {}, error() {} }
const instant = (ms: number) => new Date(ms).toISOString()

/**
 * The whole system in one process on simulated time: a Hub that grows, fails and goes away, hourly runs of the ingest, at
 * times two writers at once, a snapshot a day, clients that ask, poll and subscribe, and mails. What they see is compared
 * with plain maps of what the runs have read.
 */
export async function simulate(options: SimulationOptions): Promise<SimulationReport> {
  const { days, seed, papersPerDay = 4, tell = () => {} } = options
  const random = seeded(seed)
  // From two weeks before the simulation to its end.
  const made = generateDays(seed, [[addDays(START, -14), addDays(START, days)]], papersPerDay)
  const corpus = corpusOf(made, { now: instant(Date.parse(addDays(START, days + 1))), monday: START })
  const start = Date.parse(START) + 7 * 60_000
  const folder = await mkdtemp(join(tmpdir(), 'simulation-'))
  const [served, engine] = await Promise.all([
    startHub(corpus, { now: instant(start), growth: true }),
    startEngine(),
  ])
  try {
    const table = await engine.table()
    const store = createQuestions(table.client, table.name)
    const place = folderPlace(folder)
    const hub = createMonthHub(served, seed, { faults: FAULTS, requestTimeoutMs: 2_000 })
    const reader = createReader(table, random)
    const oracle = createOracle(corpus)
    const clock = { now: start }
    const now = () => clock.now
    const logged: unknown[] = []
    const api = createPapersApi({
      store,
      snapshots: place,
      snapshotWaitMs: 30_000,
      now,
      log: event => logged.push(event),
    })
    const answers = createAnswers({ api, logged, oracle, random, now })
    const report = { runs: 0, failedDays: 0, hoursAway: 0, pairs: 0, snapshots: 0, wrong: [] as string[] }

    const run = async (owner: string, daysOf: (writer: Writer) => Promise<RunDays>) => {
      const feed = hub.feedAt(now())
      const writer = createWriter(table.client, table.name, { owner, isGone: () => false })
      const due = await daysOf(writer)
      const summary = await ingest({ ...due, feed, store: writer, log: silent, now })
      const failed = new Set(summary.failed.map(({ day }) => day))
      oracle.note(feed.said, failed)
      report.runs++
      report.failedDays += failed.size
      return summary
    }
    const refresh = () =>
      run('schedule', async writer => {
        const known = await writer.lastRefreshes()
        return { days: daysToRefresh(instant(now()), known), refresh: known }
      })
    const byHand = () => run('hand', async () => ({ days: lastDays(dayOf(now()), 3) }))

    let awayUntil = 0
    let snapshot = oracle.matching()
    const anHour = async () => {
      const at = now()
      const hour = (at - start) / HOUR_MS
      hub.setNow(at)
      if (hour > 24 && random() < 1 / 150) awayUntil = at + Math.ceil(random() * 30) * HOUR_MS
      if (at < awayUntil) {
        report.hoursAway++
        served.setFaults(seed, [{ kind: 'status', status: 503, p: 1 }])
      }
      if (at >= awayUntil && random() < 1 / 20) {
        report.pairs++
        served.setFaults(seed, [])
        await Promise.all([refresh(), byHand()])
      } else await refresh()
      if (random() < 0.2) await reader.poll(at)
      // Mails need a snapshot from the first hour on.
      if (hour === 0 || hour % 24 === 20) {
        await publishSnapshot(createCorpus(table.client, table.name), place, instant(at))
        snapshot = oracle.matching()
        report.snapshots++
        report.wrong.push(...(await answers.wrong()))
      }
      if (hour % (24 * 7) === 50) {
        const { wrong } = await wrongRankings(store, oracle.ids(), at + HOUR_MS - 1)
        report.wrong.push(...wrong)
        tell(`${dayOf(at)}: ${oracle.ids().length} papers, ${report.wrong.length} differences`)
      }
    }
    const digest = await simulateMails({
      api,
      clock,
      days,
      seed,
      // Without a filter the API answers from the table, which is newer than the snapshot.
      matching: (wish, from) => (Object.keys(wish).length > 0 ? snapshot : oracle.matching())(wish, from),
      beforeHour: anHour,
    })
    report.wrong.push(...digest.wrong)
    await reader.catchUp(now())
    const firstEmittingDay = addDays(START, 1 - HOURLY_DAYS)
    report.wrong.push(...wrongChanges(oracle.seen, firstEmittingDay, reader.stored()))
    const histories = await wrongHistories(store, oracle.seen, hub as MonthHub)
    report.wrong.push(...histories.wrong)
    return {
      ...report,
      papers: oracle.ids().length,
      changes: reader.stored().length,
      points: histories.points,
      mails: digest.mails,
      mailsKilled: digest.mailsKilled,
      compared: answers.compared(),
    }
  } finally {
    await served.close()
    await engine.close()
    await rm(folder, { recursive: true, force: true })
  }
}

type Writer = ReturnType<typeof createWriter>
type RunDays = Pick<Parameters<typeof ingest>[0], 'days' | 'refresh'>
