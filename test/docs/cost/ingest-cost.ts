/**
 * `node test/docs/cost/ingest-cost.ts` measures what the ingest costs at DynamoDB and writes `docs/ingest-cost.md`.
 * It uses recorded days on dynoxide, because the embedded engine leaves index writes out of its figures.
 */
import { writeFileSync } from 'node:fs'
import { hubFeed } from '@daily-papers/ingest/hub-feed.ts'
import { ingest } from '@daily-papers/ingest/ingest.ts'
import type { Log } from '@daily-papers/ingest/log.ts'
import { parseDay } from '@daily-papers/ingest/parse.ts'
import { daysToRefresh } from '@daily-papers/ingest/schedule.ts'
import { HOUR_MS } from '@daily-papers/papers/days.ts'
import type { Day } from '@daily-papers/papers/paper.ts'
import { createClient } from '@daily-papers/store/client.ts'
import { createQuestions } from '@daily-papers/store/create-questions.ts'
import { createTable } from '@daily-papers/store/create-table.ts'
import type { DayReading } from '@daily-papers/store/reading.ts'
import { createWriter } from '@daily-papers/store/writer.ts'
import { corpusNamed } from '../../days/corpora.ts'
import { feedOf } from '../../days/corpus.ts'
import { startHub } from '../../days/hub/hub.ts'
import { startDynoxide } from '../../long/crash/dynoxide.ts'
import { ingestPage, type PaperCost } from './ingest-page.ts'
import { type Cost, meter } from './meter.ts'

/** A day of exactly 50 papers. */
const BUSY_DAY = '2026-05-12'
const TWO_MONTHS = 42
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

async function perPaper({ writer }: Filled): Promise<PaperCost> {
  const first = await reading(BUSY_DAY)
  const papers = first.entries.length
  take()
  await writer.putDays([first])
  const { writeUnits, rawUnits, indexUnits } = take()
  await writer.putDays([anHourLater(first, 1)])
  return {
    added: writeUnits / papers,
    withoutRaw: (writeUnits - rawUnits) / papers,
    indexes: indexUnits / papers,
    moved: take().writeUnits / papers,
  }
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

try {
  const empty = await table('first')
  const feed = feedOf(corpus)
  const runBusyDay = async () => {
    take()
    await ingest({ days: [BUSY_DAY], feed, store: empty.writer, log, now: () => MIDNIGHT })
    return take()
  }
  const [firstDay, sameDay] = [await runBusyDay(), await runBusyDay()]
  const filled = await table('filled')
  const day = await hours(filled)
  const { papers } = await filled.questions.totals()
  const [measuredDay] = await filled.questions.days([instant(MIDNIGHT).slice(0, 10)])
  const page = ingestPage({
    measuredOn: instant(Date.now()).slice(0, 10),
    firstDay,
    sameDay,
    day,
    papers,
    newPapers: measuredDay?.firstCount ?? 0,
    onEmpty: await perPaper(await table('empty')),
    onFilled: await perPaper(filled),
  })
  writeFileSync(new URL('../../../docs/ingest-cost.md', import.meta.url), page)
} finally {
  await engine.kill('SIGTERM')
}
