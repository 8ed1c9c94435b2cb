import { readFileSync } from 'node:fs'
import { type Stage, stages } from '@daily-papers/infra/stage.ts'
import { tableDefinition } from '@daily-papers/store/table-definition.ts'
import type { Bill, Month } from './bill.ts'

const file = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')

/** What `api-cost.ts` measured. */
export const measured: {
  on: string
  papers: number
  bytesPerPaper: number
  /** Cost of a build from nothing, and of one that copies all papers but those that moved in an hour. */
  snapshot: {
    readUnitsPerPaper: number
    bytesPerPaper: number
    continued: { papers: number; readUnits: number }
  }
  answers: { example: string; requests: number; readUnits: number; bytes: number }[]
} = JSON.parse(file('./measured.json'))

const ingestCost = file('../../../docs/ingest-cost.md')
/** Figures of one row of docs/ingest-cost.md, measured by `ingest-cost.ts`. */
function row(name: string): number[] {
  const line = ingestCost.split('\n').find(each => each.startsWith(`| ${name} `))
  if (!line) throw new Error(`docs/ingest-cost.md has no row "${name}"`)
  const [, ...cells] = line.split('|').slice(1, -1)
  return cells.map(cell => Number(cell.replaceAll(',', '')))
}
const [, hourReads = Number.NaN, hourWrites = Number.NaN] = row('an hour, mean')
const [, firstReads = Number.NaN, firstWrites = Number.NaN] = row('the first run of the day')
const [, fiftyReads = Number.NaN] = row('a first day: 50 papers into an empty table')
const [writesAPaper = Number.NaN] = row('of')

/** Assumptions. The page names each. */
export const assumed = {
  papersADay: 50,
  /** Years in which a larger corpus came in. */
  years: 10,
  cached: 0.9,
  /** Billed milliseconds of one response of a warm instance, mostly waiting for DynamoDB. */
  answerMs: 40,
  /** Of a page of the reader: a query, and what is made of it. */
  pageMs: 80,
  /** The most that a day may have, compressed. */
  pageBytes: 20_000,
  readerMiB: 1_769,
  ingestSeconds: 20,
  /** Of a new instance, billed since August 2025, and how many responses an instance gives before it ends. */
  initMs: 600,
  responsesAnInstance: 200,
  /** The probe's own work: eight requests, one after the other. */
  probeMs: 400,
  probeMiB: 256,
  probeRequests: 8,
  /** One for each hour in which a run changed something. */
  snapshotsADay: 24,
  /** Milliseconds of a whole CPU for each paper in the snapshot. */
  snapshotMs: 1,
  /** Of a paper in an export of the history, compressed: as much as its item. */
  historyBytes: 1_000,
  exportsAMonth: 52 / 12,
  /** Exports of a year, and the newest. */
  exportsKept: 53,
  /** Lambda polls an empty queue with five long polls of 20 seconds. */
  queueRequests: (5 * 30 * 86_400) / 20,
  /** Access log, and Lambda's start and report lines. */
  logBytes: 1_700,
  refusedLogBytes: 340,
  /** The busiest second relative to the mean. */
  peak: 5,
}

const mean = (key: 'readUnits' | 'bytes') =>
  measured.answers.reduce((sum, answer) => sum + answer[key], 0) / measured.answers.length
const billedMs = assumed.answerMs + assumed.initMs / assumed.responsesAnInstance
export const answer = {
  readUnits: mean('readUnits'),
  bytes: mean('bytes'),
  gbSeconds: ((assumed.readerMiB / 1_024) * billedMs) / 1_000,
  logBytes: assumed.logBytes,
}

const RUNS = 24 * 30
const PROBES = 12 * RUNS
/** A month of the probe, which asks the API every five minutes. The table is not read. */
export const probe: Month['probe'] = {
  invocations: PROBES,
  requests: PROBES * assumed.probeRequests,
  gbSeconds:
    (PROBES *
      (assumed.probeMs * assumed.probeMiB +
        assumed.probeRequests * (assumed.initMs / assumed.responsesAnInstance) * assumed.readerMiB)) /
    1_024_000,
}

export const noIngest: Month['ingest'] = { readUnits: 0, writeUnits: 0, gbSeconds: 0, invocations: 0 }
/** A month of hourly runs, in proportion to the papers a day. */
export function refresh(papersADay: number): Month['ingest'] {
  const share = papersADay / assumed.papersADay
  return {
    readUnits: 30 * (23 * hourReads + firstReads) * share,
    writeUnits: 30 * (23 * hourWrites + firstWrites) * share,
    gbSeconds: RUNS * assumed.ingestSeconds * share,
    invocations: RUNS,
  }
}

/** Beyond about as many papers another engine replaces the snapshot (decision 0014), and a function has no time to scan the table. No bill here includes either. */
export const SNAPSHOT_ENDS = 100_000

/** A month of snapshot builds. The bucket keeps the versions of two days. */
export function snapshots(papers: number): Month['snapshot'] {
  if (papers > SNAPSHOT_ENDS) return null
  const builds = assumed.snapshotsADay * 30
  const share = papersADay(papers) / assumed.papersADay
  const { readUnitsPerPaper, bytesPerPaper, continued } = measured.snapshot
  return {
    builds,
    // One build a month starts from nothing instead of copying the last snapshot.
    readUnits: (builds - 1) * continued.readUnits * share + papers * readUnitsPerPaper,
    gbSeconds: ((assumed.readerMiB / 1_024) * builds * papers * assumed.snapshotMs) / 1_000,
    // It is asked three times an hour whether there is anything to build.
    invocations: 3 * RUNS,
    storedGb: ((1 + 2 * assumed.snapshotsADay) * papers * bytesPerPaper) / 2 ** 30,
  }
}

/** A month of exports of the history. Each scans the table, at half a read unit for 4 KB. */
export function historyExports(papers: number): Month['historyExport'] {
  if (papers > SNAPSHOT_ENDS) return null
  return {
    readUnits: (assumed.exportsAMonth * papers * measured.bytesPerPaper) / 4_096 / 2,
    storedGb: (assumed.exportsKept * papers * assumed.historyBytes) / 2 ** 30,
  }
}

/** A backfill: every paper is new. */
export const backfill = (papers: number): Month['ingest'] => ({
  readUnits: (papers * fiftyReads) / 50,
  writeUnits: papers * writesAPaper,
  // A batch of a run's papers at the pace of the measured run: 110 papers a second.
  gbSeconds: papers / 110,
  invocations: papers / assumed.papersADay,
})

/** Papers a day if the corpus came in over the assumed years, and at least today's rate. */
export const papersADay = (papers: number) =>
  Math.max(assumed.papersADay, Math.round(papers / (assumed.years * 365)))

/** Metrics of the template's alarms. Some alarms watch several. */
export const ALARM_METRICS = 13
/** Custom metrics: four from each function of the ingest, and the errors that the API masks. */
const METRICS = 9

export const month = (given: Partial<Month> & Pick<Month, 'papers'>): Month => ({
  bytesPerPaper: measured.bytesPerPaper,
  pointInTimeRecovery: true,
  ingest: refresh(papersADay(given.papers)),
  snapshot: snapshots(given.papers),
  historyExport: historyExports(given.papers),
  requests: 0,
  cached: null,
  answer,
  alarmMetrics: ALARM_METRICS,
  metrics: METRICS,
  queueRequests: assumed.queueRequests,
  probe,
  ...given,
})

export const lines: Record<keyof Bill, string> = {
  storage: 'storage, recovery, exports',
  ingest: 'ingest',
  snapshot: 'snapshot',
  reads: 'reads',
  functions: 'functions',
  api: 'HTTP API',
  transfer: 'transfer, CDN',
  watching: 'logs, alarms, queues',
}

/** Units a second that one partition key of DynamoDB carries. */
const PARTITION = { readUnits: 3_000, writeUnits: 1_000 }
const MONTH_SECONDS = 30 * 86_400

/** Requests and units of a month in which every second reaches the stage's limits. */
export function atItsLimits({ requestLimit, requestCeiling }: Omit<Stage, 'name'>) {
  const tables = 1 + tableDefinition.indexes.length
  return {
    requests: requestLimit.perSecond * MONTH_SECONDS,
    readUnits: tables * requestCeiling.readUnits * MONTH_SECONDS,
    writeUnits: tables * requestCeiling.writeUnits * MONTH_SECONDS,
  }
}
export const limits = Object.entries(stages).map(([name, stage]) => ({ name, ...atItsLimits(stage) }))

/** Shards that a list of all papers needs in the busiest second, by its reads and its writes. */
export function shards(requestsAMonth: number, papersADayWritten: number) {
  const readUnits = ((requestsAMonth * answer.readUnits) / MONTH_SECONDS) * assumed.peak
  // A new paper or a moved vote is a deletion and a put in each index; each paper is read again every hour for a week.
  const writeUnits = ((papersADayWritten * 8 * 24 * 2) / 86_400) * assumed.peak
  return {
    readUnits,
    writeUnits,
    shards: Math.max(
      1,
      Math.ceil(readUnits / PARTITION.readUnits),
      Math.ceil(writeUnits / PARTITION.writeUnits),
    ),
  }
}
