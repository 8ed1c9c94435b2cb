import { PutCommand } from '@aws-sdk/lib-dynamodb'
import type { Day, Instant } from '@daily-papers/papers/paper.ts'
import { type Packed, pack, unpack } from './items/pack.ts'
import { RUNS, runKey } from './keys.ts'
import type { RunRecord } from './questions.ts'
import { queryAll, queryOnce, type Table } from './requests.ts'
import { ITEM_VERSION } from './table.ts'

/** What a run read of a day that has papers. */
export interface RunReading {
  day: Day
  readAt: Instant
  /** `hashOfReading` of it. */
  hash: string
}

/** A run of the ingest with what it read and when, kept 90 days. */
export interface Run extends RunRecord {
  readings: RunReading[]
}

interface RunItem extends Omit<RunRecord, 'failed'> {
  failed?: Day[]
  readings: Packed
}

const KEEP_SECONDS = 90 * 24 * 3_600

/** The one item that every run writes, even one that found nothing new. */
export async function putRun(table: Table, { readings, failed, ...run }: Run): Promise<void> {
  const newest = readings.reduce((max, { readAt }) => (readAt > max ? readAt : max), '') || run.startedAt
  const item = {
    ...runKey(newest, run.startedAt),
    v: ITEM_VERSION,
    ...run,
    ...(failed.length ? { failed } : {}),
    readings: pack(readings.map(({ day, readAt }) => [day, readAt])),
    expires: Math.floor(Date.parse(run.finishedAt) / 1000) + KEEP_SECONDS,
  }
  await table.client.send(new PutCommand({ TableName: table.name, Item: item }))
}

/** When each day was read by runs that read anything after `since`: an unchanged day keeps no trace but this. */
export async function readingsSince(table: Table, since: Instant): Promise<Map<Day, Instant[]>> {
  const items = await queryAll<RunItem>(table, { partition: RUNS, from: since }, { consistent: true })
  const readings = new Map<Day, Instant[]>()
  for (const item of items)
    for (const [day, readAt] of unpack<[Day, Instant][]>(item.readings))
      readings.set(day, [...(readings.get(day) ?? []), readAt])
  return readings
}

export async function lastRun(table: Table): Promise<RunRecord | null> {
  const { items } = await queryOnce<RunItem>(table, { partition: RUNS }, { descending: true, limit: 1 })
  const [run] = items
  if (!run) return null
  const { startedAt, finishedAt, days, papers, skipped, changed } = run
  return { startedAt, finishedAt, days, papers, new: run.new, changed, skipped, failed: run.failed ?? [] }
}
