/**
 * Prints what the ingest costs at DynamoDB: `node test/docs/cost/ingest-cost.ts`.
 * It uses recorded days on dynoxide, because the embedded engine leaves index writes out of its figures.
 */
import { hubFeed } from '@daily-papers/ingest/hub-feed.ts'
import { ingest } from '@daily-papers/ingest/ingest.ts'
import type { Log } from '@daily-papers/ingest/log.ts'
import { parseDay } from '@daily-papers/ingest/parse.ts'
import { daysToRefresh } from '@daily-papers/ingest/schedule.ts'
import type { Day } from '@daily-papers/papers/paper.ts'
import { createClient } from '@daily-papers/store/client.ts'
import { createTable } from '@daily-papers/store/create-table.ts'
import { createQuestions } from '@daily-papers/store/read.ts'
import type { DayReading } from '@daily-papers/store/reading.ts'
import { createWriter } from '@daily-papers/store/writer.ts'
import { corpusNamed } from '../../days/corpora.ts'
import { feedOf } from '../../days/corpus.ts'
import { startHub } from '../../days/hub/hub.ts'
import { startDynoxide } from '../../long/crash/dynoxide.ts'
import { type Cost, meter } from './meter.ts'

/** A day of exactly 50 papers. */
const BUSY_DAY = '2026-05-12'
const TWO_MONTHS = 42
const HOUR_MS = 3_600_000
const WEEK_HOURS = 7 * 24
/** The day whose hours are measured. */
const MIDNIGHT = Date.parse('2026-05-05T00:10:00Z')

const corpus = corpusNamed('recorded')
const log: Log = { info: () => {}, warn: () => {}, error: () => {} }
const engine = await startDynoxide()
const client = createClient({ endpoint: engine.url })
const { take } = meter(client)
const instant = (ms: number) => new Date(ms).toISOString()

async function table(name: string) {
  await createTable(client, name)
  return { writer: createWriter(client, name, { owner: 'cost' }), questions: createQuestions(client, name) }
}
type Filled = Awaited<ReturnType<typeof table>>

async function reading(day: Day): Promise<DayReading> {
  const read = await feedOf(corpus).read(day)
  if ('absent' in read) throw new Error(`${day} is not recorded`)
  return { day, readAt: read.readAt, entries: parseDay(read.entries, day).entries }
}

/** The same reading an hour later, with `votes` more for each paper. */
const anHourLater = ({ day, readAt, entries }: DayReading, votes = 0): DayReading => ({
  day,
  readAt: instant(Date.parse(readAt) + HOUR_MS),
  entries: entries.map(({ raw, entry }) => ({
    raw,
    entry: { ...entry, counters: { ...entry.counters, upvotes: (entry.counters.upvotes ?? 0) + votes } },
  })),
})

const round = (units: number) => (units < 100 ? units.toFixed(1) : String(Math.round(units)))
const row = (...cells: (string | number)[]) => process.stdout.write(`| ${cells.join(' | ')} |\n`)
const costRow = (what: string, { requests, readUnits, writeUnits }: ReturnType<typeof mean>) =>
  row(what, requests, round(readUnits), round(writeUnits))

async function perPaper(what: string, { writer }: Filled): Promise<void> {
  const first = await reading(BUSY_DAY)
  const papers = first.entries.length
  take()
  await writer.putDays([first])
  const added = take()
  await writer.putDays([anHourLater(first, 1)])
  const moved = take()
  const each = (units: number) => round(units / papers)
  const { writeUnits, rawUnits, indexUnits } = added
  row(what, each(writeUnits), each(writeUnits - rawUnits), each(indexUnits), each(moved.writeUnits))
}

/** Costs of each hour of one day, after two months of days and a week of hourly runs. The stand-in for the Hub adds papers and votes. */
async function hours({ writer }: Filled): Promise<Cost[]> {
  const hub = await startHub(corpus, { now: instant(MIDNIGHT), growth: true })
  const run = async (now: number, days: readonly Day[]) => {
    hub.setNow(instant(now))
    const feed = hubFeed({ baseUrl: hub.url, now: () => now })
    await ingest({ days, feed, store: writer, log, now: () => now })
  }
  try {
    const start = MIDNIGHT - WEEK_HOURS * HOUR_MS
    const before = corpus.days.filter(day => day < instant(start).slice(0, 10))
    await run(start - HOUR_MS, before.slice(-TWO_MONTHS))
    for (let now = start; now < MIDNIGHT; now += HOUR_MS) await run(now, daysToRefresh(instant(now)))
    const costs: Cost[] = []
    for (let now = MIDNIGHT; now < MIDNIGHT + 24 * HOUR_MS; now += HOUR_MS) {
      take()
      await run(now, daysToRefresh(instant(now)))
      costs.push(take())
    }
    return costs
  } finally {
    await hub.close()
  }
}

const sum = (costs: Cost[], key: keyof Cost) => costs.reduce((all, cost) => all + cost[key], 0)
const mean = (costs: Cost[]): Pick<Cost, 'requests' | 'readUnits' | 'writeUnits'> => ({
  requests: Math.round(sum(costs, 'requests') / costs.length),
  readUnits: sum(costs, 'readUnits') / costs.length,
  writeUnits: sum(costs, 'writeUnits') / costs.length,
})

/** Prints the cost of values over time. In a steady feed, one day writes what one day's papers write in all their life. */
function memory(day: Cost[], papers: number): void {
  const kinds = [
    ['histories', 'historyUnits'],
    ['what changed', 'changesUnits'],
    ['what gains are measured from', 'risingUnits'],
  ] as const
  for (const [what, key] of kinds) {
    const units = sum(day, key)
    row(
      what,
      round(units / 24),
      round(units / papers),
      round(units * 30),
      `$${(units * 30 * 0.625e-6).toFixed(3)}`,
    )
  }
}

try {
  row('run', 'requests', 'read units', 'write units')
  row('---', '--:', '--:', '--:')
  const empty = await table('first')
  const feed = feedOf(corpus)
  const runOf = (days: readonly Day[]) =>
    ingest({ days, feed, store: empty.writer, log, now: () => MIDNIGHT })
  take()
  await runOf([BUSY_DAY])
  costRow('a first day: 50 papers into an empty table', take())
  await runOf([BUSY_DAY])
  costRow('the same day again, unchanged', take())

  const filled = await table('filled')
  const day = await hours(filled)
  const [midnight, ...rest] = day
  const sorted = rest.toSorted((a, b) => a.writeUnits - b.writeUnits)
  const [least, most] = [sorted.at(0), sorted.at(-1)]
  const { papers } = await filled.questions.totals()
  process.stdout.write(`\nOver the hours of one day, on a table of ${papers} papers:\n\n`)
  row('run', 'requests', 'read units', 'write units')
  row('---', '--:', '--:', '--:')
  costRow('an hour, mean', mean(rest))
  if (least) costRow('the cheapest hour', least)
  if (most) costRow('the dearest hour', most)
  if (midnight) costRow('the first run of the day: 31 days', midnight)

  process.stdout.write('\nOf these for what remembers:\n\n')
  row('item', 'write units an hour', 'a new paper, in all its life', 'a month', 'costs')
  row('---', '--:', '--:', '--:', '--:')
  const [last] = await filled.questions.days([instant(MIDNIGHT).slice(0, 10)])
  memory(day, last?.firstCount ?? 0)

  process.stdout.write('\nWrite units a paper:\n\n')
  row('table', 'new paper', 'without its raw entry', 'of these for indexes', 'a vote moved')
  row('---', '--:', '--:', '--:', '--:')
  await perPaper('empty', await table('empty'))
  await perPaper(`${papers} papers`, filled)
} finally {
  await engine.kill('SIGTERM')
}
