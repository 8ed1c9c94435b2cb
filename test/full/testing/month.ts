import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Feed } from '@daily-papers/ingest/feed.ts'
import { folderFeed } from '@daily-papers/ingest/folder-feed.ts'
import { hubFeed } from '@daily-papers/ingest/hub-feed.ts'
import { ingest } from '@daily-papers/ingest/ingest.ts'
import type { Log } from '@daily-papers/ingest/log.ts'
import { daysToRefresh } from '@daily-papers/ingest/schedule.ts'
import { type Change, changeKey, UPVOTE_THRESHOLDS } from '@daily-papers/papers/change.ts'
import { addDays, dayOf } from '@daily-papers/papers/days.ts'
import type { Counters, Day, Instant } from '@daily-papers/papers/paper.ts'
import { type Point, pointAt } from '@daily-papers/store/history.ts'
import type { Questions } from '@daily-papers/store/questions.ts'
import { createQuestions } from '@daily-papers/store/read.ts'
import type { Table } from '@daily-papers/store/requests.ts'
import { WINDOWS, type Window } from '@daily-papers/store/rising.ts'
import { dyingClient } from '@daily-papers/store/testing/crash.ts'
import { startEngine } from '@daily-papers/store/testing/engine.ts'
import { walk } from '@daily-papers/store/testing/walk.ts'
import { createWriter } from '@daily-papers/store/writer.ts'
import { seeded } from './random.ts'
import { daysRecorded, recordedDays, startReplay } from './recorded.ts'

export interface MonthOptions {
  /** How often the ingest dies, at random written items. */
  kills: number
  seed: number
}

export interface MonthReport {
  runs: number
  kills: number
  /** Days that a run could not read. */
  failed: number
  polls: number
  /** Polls that ended before their reader had stored what they brought. */
  pollsKilled: number
  changes: number
  points: number
  ranked: number
  /** What is not as it must be. */
  wrong: string[]
}

const START = Date.parse('2026-04-01T00:10:00.000Z')
const HOUR_MS = 3_600_000
const HOURS = 30 * 24
const ENTRIES_A_DAY = 2
const PAST_DAYS = 10
/** Together one request in twenty. */
const FAULTS = [{ kind: 'status', status: 503 }, { kind: 'reset' }, { kind: 'truncate' }, { kind: 'html' }]
const METRICS = ['upvotes', 'comments', 'githubStars'] as const

const silent: Log = { info: () => {}, warn: () => {}, error: () => {} }
const instant = (ms: number): Instant => new Date(ms).toISOString()

/** An entry as the Hub sends it. */
interface Raw {
  numComments: number
  paper: {
    id: string
    upvotes: number
    githubStars?: number
    githubRepo?: string
    projectPage?: string
    ai_summary?: string
  }
}

const countersOf = ({ paper, numComments }: Raw): Counters => ({
  upvotes: paper.upvotes,
  comments: numComments,
  githubStars: paper.githubStars ?? null,
})

/** A few entries of each day of the month and of some days before, none of them on two days. */
async function fewEntries(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'daily-papers-month-'))
  const feed = folderFeed(recordedDays)
  const first = addDays(dayOf(START), -PAST_DAYS)
  const last = dayOf(START + HOURS * HOUR_MS)
  const seen = new Set<string>()
  for (const day of daysRecorded().filter(day => first <= day && day <= last)) {
    const entries = ((await feed.read(day))?.entries ?? []) as Raw[]
    const step = Math.max(1, Math.floor(entries.length / ENTRIES_A_DAY))
    const kept = entries
      .filter(({ paper }, i) => i % step === 0 && !seen.has(paper.id))
      .slice(0, ENTRIES_A_DAY)
    for (const { paper } of kept) seen.add(paper.id)
    await writeFile(join(dir, `${day}.json`), JSON.stringify(kept))
  }
  return dir
}

/** What a paper showed at each of its readings, in the order of time. */
type Seen = Map<string, { day: Day; at: Instant; raw: Raw }[]>

/**
 * A month of hourly runs against the stand-in for the Hub, where papers arrive, votes grow and some requests fail; the
 * ingest dies now and then, and a reader of `changes` asks at random and dies too. Says what is not as the readings imply.
 */
export async function month({ kills, seed }: MonthOptions): Promise<MonthReport> {
  const random = seeded(seed)
  const dir = await fewEntries()
  const [replay, engine] = await Promise.all([
    startReplay(instant(START), '--growth', '--days', dir),
    startEngine(),
  ])
  try {
    const table = await engine.table()
    const store = createQuestions(table.client, table.name)
    const report: MonthReport = {
      runs: 0,
      kills: 0,
      failed: 0,
      polls: 0,
      pollsKilled: 0,
      changes: 0,
      points: 0,
      ranked: 0,
      wrong: [],
    }
    await replay.setFaults({ seed, rules: FAULTS.map(fault => ({ ...fault, p: 0.05 / FAULTS.length })) })
    /** Of runs that lived. Those that died are in `ever` alone. */
    const seen: Seen = new Map()
    const ever = new Map<string, Counters>()
    const reader = createReader(store, random, report)
    const deaths = new Set<number>()
    while (deaths.size < kills) deaths.add(1 + Math.floor(random() * (HOURS - 2)))

    for (let hour = 0; hour < HOURS; hour++) {
      const now = START + hour * HOUR_MS
      await replay.setNow(instant(now))
      const run = async (dies: boolean) => {
        const read = new Map<Day, { at: Instant; entries: Raw[] }>()
        const hub = hubFeed({ baseUrl: replay.url, now: () => now, sleep: async () => {}, retries: 1 })
        const feed: Feed = {
          async read(day) {
            const reading = await hub.read(day)
            const entries = (reading?.entries ?? []) as Raw[]
            for (const raw of entries) ever.set(`${raw.paper.id} ${instant(now)}`, countersOf(raw))
            read.set(day, { at: reading?.readAt ?? '', entries })
            return reading
          },
        }
        const failed = await runOnce(table, feed, now, dies ? Math.floor(random() * 120) : null, engine.url)
        report.runs++
        if (failed === null) return
        report.failed += failed.size
        for (const [day, { at, entries }] of read)
          if (!failed.has(day))
            for (const raw of entries) {
              const { id } = raw.paper
              seen.set(id, [...(seen.get(id) ?? []), { day, at, raw }])
            }
      }
      if (deaths.has(hour)) {
        report.kills++
        await run(true)
        if (random() < 0.5) await reader.poll(now)
      }
      const polling = random() < 0.2 ? reader.poll(now) : null
      if (!deaths.has(hour) || random() < 0.5) await run(false)
      await polling
      if (random() < 0.01 || hour === HOURS - 1) await checkRising(store, [...seen.keys()], now, report)
    }
    await reader.catchUp(START + HOURS * HOUR_MS)
    checkChanges(seen, reader.stored(), report)
    await checkHistories(store, seen, ever, report)
    return report
  } finally {
    replay.stop()
    await engine.close()
    await rm(dir, { recursive: true })
  }
}

/** One run of the schedule, which dies after so many written items; the days that failed, or null of one that died. */
async function runOnce(
  { client, name }: Table,
  feed: Feed,
  now: number,
  diesAfter: number | null,
  url: string,
): Promise<Set<Day> | null> {
  const mortal = diesAfter === null ? null : dyingClient(url, diesAfter)
  const owner = mortal ? 'dead' : 'alive'
  const isGone = (other: string) => other === 'dead'
  const store = createWriter(mortal ?? client, name, { owner, isGone })
  try {
    const days = daysToRefresh(instant(now), await store.lastRefreshes())
    const options = { days, refresh: {}, feed, store, log: silent, now: () => now }
    const { failed } = await ingest(options)
    return mortal ? null : new Set(failed.map(({ day }) => day))
  } catch (error) {
    if (!mortal) throw error
    return null
  } finally {
    mortal?.destroy()
  }
}

/** Asks for changes page by page, and stores each page with its end at once, or dies before. */
function createReader(store: Questions, random: () => number, report: MonthReport) {
  let cursor: string | null = null
  const changes: Change[] = []
  async function page(now: number, size: number, dies: boolean): Promise<boolean> {
    const request = { after: cursor, since: null, kinds: null, size, now }
    const { rows, end = null, hasNextPage } = await store.changes(request)
    if (dies) {
      report.pollsKilled++
      return false
    }
    changes.push(...rows.map(({ node }) => node))
    cursor = end
    return hasNextPage
  }
  return {
    async poll(now: number): Promise<void> {
      report.polls++
      while (await page(now, 1 + Math.floor(random() * 20), random() < 0.3));
    },
    async catchUp(now: number): Promise<void> {
      while (await page(now, 100, false));
    },
    stored: (): readonly Change[] => changes,
  }
}

const hasCode = ({ paper: { githubRepo, projectPage = '' } }: Raw): boolean =>
  githubRepo !== undefined || /github\.com\/[^/]+\/[^/]+/.test(projectPage)

/** What must have been told, by name; of descriptions how often, as their names hold an instant. */
function expectedChanges(seen: Seen): string[] {
  return [...seen].flatMap(([id, readings]) => {
    const days = new Set(readings.map(({ day }) => day))
    const votes = Math.max(...readings.map(({ raw }) => raw.paper.upvotes))
    const described = readings.filter(
      ({ raw }, i) => i > 0 && raw.paper.ai_summary !== readings[i - 1]?.raw.paper.ai_summary,
    )
    return [
      ...[...days].map(day => `featured/${id}/${day}`),
      ...described.map(() => `metadataChanged/${id}`),
      ...(readings.some(({ raw }) => hasCode(raw)) ? [`codeAdded/${id}`] : []),
      ...UPVOTE_THRESHOLDS.filter(threshold => threshold <= votes).map(
        threshold => `upvotesPassed/${id}/${threshold}`,
      ),
    ]
  })
}

function checkChanges(seen: Seen, stored: readonly Change[], report: MonthReport): void {
  const told = stored
    .map(change =>
      change.kind === 'metadataChanged' ? `${change.kind}/${change.paperId}` : changeKey(change),
    )
    .sort()
  const expected = expectedChanges(seen).sort()
  report.changes = told.length
  const left = [...told]
  for (const key of expected) {
    const at = left.indexOf(key)
    if (at < 0) report.wrong.push(`lost: ${key}`)
    else left.splice(at, 1)
  }
  for (const key of left) report.wrong.push(`told too often: ${key}`)
}

/** Each point is what the Hub said at its instant; and at each instant that history still tells apart, it says what was read. */
async function checkHistories(
  store: Questions,
  seen: Seen,
  ever: ReadonlyMap<string, Counters>,
  report: MonthReport,
): Promise<void> {
  const same = (a: Counters | null | undefined, b: Counters) => METRICS.every(key => a?.[key] === b[key])
  for (const [id, readings] of seen) {
    const [points = []] = await store.histories([id])
    report.points += points.length
    for (const point of points)
      if (!same(ever.get(`${id} ${point.at}`), point))
        report.wrong.push(`history of ${id}: ${point.at} is not what was read`)
    const newest = points.at(-1)?.at ?? ''
    for (const [i, { at, raw }] of readings.entries()) {
      const next = readings[i + 1]?.at ?? '~'
      const age = Date.parse(newest) - Date.parse(at)
      const isLast = age < 48 * HOUR_MS || dayOf(at) !== next.slice(0, 10)
      if (isLast && !same(pointAt(points, at), countersOf(raw)))
        report.wrong.push(`history of ${id}: at ${at} it says something else than was read`)
    }
  }
}

/** Every ranking equals what a reckoning over all papers' whole histories gives. */
async function checkRising(
  store: Questions,
  ids: readonly string[],
  now: number,
  report: MonthReport,
): Promise<void> {
  const histories = await Promise.all(ids.map(async id => (await store.histories([id]))[0] ?? []))
  for (const [window, days] of Object.entries(WINDOWS) as [Window, number][])
    for (const metric of METRICS) {
      const rows = await walk(page => store.rising(window, metric, now, page), 40, false)
      const ranked = rows.map(({ node }) => [node.paper.id, node.gained, node.from.value, node.to.value])
      const expected = ids
        .map((id, i) => [id, ...gained(histories[i] ?? [], metric, now - days * 24 * HOUR_MS)] as const)
        .filter(([, gain]) => gain !== undefined && gain > 0)
        .sort(([a, x], [b, y]) => (y ?? 0) - (x ?? 0) || (a < b ? 1 : -1))
      report.ranked += ranked.length
      if (JSON.stringify(ranked) !== JSON.stringify(expected))
        report.wrong.push(`rising by ${metric} in a ${window} at ${instant(now)}`)
    }
}

function gained(points: readonly Point[], metric: (typeof METRICS)[number], since: number): number[] {
  const held = points.filter(({ at }) => Date.parse(at) <= since).at(-1) ?? points[0]
  const [from, to] = [held?.[metric] ?? null, points.at(-1)?.[metric] ?? null]
  return from === null || to === null ? [] : [to - from, from, to]
}
