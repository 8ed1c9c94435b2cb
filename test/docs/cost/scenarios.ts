import { readFileSync } from 'node:fs'
import { type Stage, stages } from '@daily-papers/infra/stage.ts'
import { table as definition } from '@daily-papers/store/table.ts'
import type { Bill, Month } from './bill.ts'

const file = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')

/** What `api-cost.ts` measured. */
export const measured: {
  on: string
  papers: number
  bytesPerPaper: number
  /** Of building one. */
  snapshot: { readUnitsPerPaper: number; bytesPerPaper: number }
  answers: { example: string; requests: number; readUnits: number; bytes: number }[]
} = JSON.parse(file('./measured.json'))

const ingestCost = file('../../../docs/ingest-cost.md')
/** The figures of a row of docs/ingest-cost.md, which `ingest-cost.ts` measured. */
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

/** What was not measured but chosen; the page names each. */
export const assumed = {
  papersADay: 50,
  /** Of the time in which a larger corpus came in. */
  years: 10,
  cached: 0.9,
  /** Billed for one answer of an instance that is warm, most of it spent waiting for DynamoDB. */
  answerMs: 40,
  readerMiB: 1_769,
  ingestSeconds: 20,
  /** One for each hour in which a run changed something. */
  snapshotsADay: 24,
  /** Of a whole CPU, for each paper in the snapshot. */
  snapshotMs: 1,
  /** Lambda asks a queue with nothing in it by five long polls of 20 seconds. */
  queueRequests: (5 * 30 * 86_400) / 20,
  logBytes: 1_000,
  /** The busiest second, against the mean one. */
  peak: 5,
}

const mean = (key: 'readUnits' | 'bytes') =>
  measured.answers.reduce((sum, answer) => sum + answer[key], 0) / measured.answers.length
export const answer = {
  readUnits: mean('readUnits'),
  bytes: mean('bytes'),
  gbSeconds: ((assumed.readerMiB / 1_024) * assumed.answerMs) / 1_000,
  logBytes: assumed.logBytes,
}

const RUNS = 24 * 30
export const noIngest: Month['ingest'] = { readUnits: 0, writeUnits: 0, gbSeconds: 0, invocations: 0 }
/** A month of hourly runs, in proportion to the papers that come in a day. */
export function refresh(papersADay: number): Month['ingest'] {
  const share = papersADay / assumed.papersADay
  return {
    readUnits: 30 * (23 * hourReads + firstReads) * share,
    writeUnits: 30 * (23 * hourWrites + firstWrites) * share,
    gbSeconds: RUNS * assumed.ingestSeconds * share,
    invocations: RUNS,
  }
}

/** Near as many papers the file no longer fits into a function (decision 0014); beyond, another engine takes its place, which is in no bill here. */
export const SNAPSHOT_ENDS = 100_000

/** A month of snapshots, of which the bucket keeps those of two days. */
export function snapshots(papers: number): Month['snapshot'] {
  if (papers > SNAPSHOT_ENDS) return null
  const builds = assumed.snapshotsADay * 30
  const { readUnitsPerPaper, bytesPerPaper } = measured.snapshot
  return {
    builds,
    readUnits: builds * papers * readUnitsPerPaper,
    gbSeconds: ((assumed.readerMiB / 1_024) * builds * papers * assumed.snapshotMs) / 1_000,
    // It is asked three times an hour whether there is anything to build.
    invocations: 3 * RUNS,
    storedGb: ((1 + 2 * assumed.snapshotsADay) * papers * bytesPerPaper) / 2 ** 30,
  }
}

/** Bringing in papers once, each as new. */
export const backfill = (papers: number): Month['ingest'] => ({
  readUnits: (papers * fiftyReads) / 50,
  writeUnits: papers * writesAPaper,
  // A batch of a run's papers at the pace of the measured run: 110 papers a second.
  gbSeconds: papers / 110,
  invocations: papers / assumed.papersADay,
})

/** Papers a day when a corpus came in over the assumed years; today's rate is the least. */
export const papersADay = (papers: number) =>
  Math.max(assumed.papersADay, Math.round(papers / (assumed.years * 365)))

/** Those of the template, of which some alarms look at several. */
export const ALARM_METRICS = 22
/** Seven figures of a run from one function, six from the other. */
const METRICS = 13

export const month = (given: Partial<Month> & Pick<Month, 'papers'>): Month => ({
  bytesPerPaper: measured.bytesPerPaper,
  pointInTimeRecovery: true,
  ingest: refresh(papersADay(given.papers)),
  snapshot: snapshots(given.papers),
  requests: 0,
  cached: null,
  answer,
  alarmMetrics: ALARM_METRICS,
  metrics: METRICS,
  queueRequests: assumed.queueRequests,
  ...given,
})

export const lines: Record<keyof Bill, string> = {
  storage: 'storage, recovery',
  ingest: 'ingest',
  snapshot: 'snapshot',
  reads: 'reads',
  functions: 'functions',
  api: 'HTTP API',
  transfer: 'transfer, CDN',
  watching: 'logs, alarms, queues',
}

/** What one partition key of DynamoDB carries in a second. */
const PARTITION = { readUnits: 3_000, writeUnits: 1_000 }
const MONTH_SECONDS = 30 * 86_400

/** What a stage lets through in a month, at its limits in every second. */
export function atItsLimits({ requestLimit, requestCeiling }: Omit<Stage, 'name'>) {
  const tables = 1 + definition.indexes.length
  return {
    requests: requestLimit.perSecond * MONTH_SECONDS,
    readUnits: tables * requestCeiling.readUnits * MONTH_SECONDS,
    writeUnits: tables * requestCeiling.writeUnits * MONTH_SECONDS,
  }
}
export const limits = Object.entries(stages).map(([name, stage]) => ({ name, ...atItsLimits(stage) }))

/** How many shards a list of all papers needs, by what asks it and by what is written to it, at the busiest second. */
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
