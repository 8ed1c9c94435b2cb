import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb'
import type { Day, Instant } from '@daily-papers/papers/paper.ts'
import type { RunRecord } from '../questions.ts'
import { DAYS, RUNS, runKey } from '../table/keys.ts'
import { queryAll, queryOnce } from '../table/requests.ts'
import type { Table } from '../table/table.ts'
import { ITEM_VERSION } from '../table/table-definition.ts'
import type { DayItem } from './day-item.ts'
import { putEmptyDays } from './empty-days.ts'
import { type Packed, pack, unpack } from './pack.ts'

/** What a run read of a day that has papers. */
export interface RunReading {
  day: Day
  readAt: Instant
  /** `hashOfReading` of it. */
  hash: string
}

/** The record of a run of the ingest, stored for 90 days. */
export interface Run extends RunRecord {
  readings: RunReading[]
  /** For a scheduled refresh: how many days back it read, and what it knew of earlier refreshes. */
  refresh?: { reach: number; before: Refreshes }
  /** Days read that had no papers. */
  empty?: readonly Day[]
  /** Days with entries that could not be read. */
  partial?: readonly Day[]
}

/** By number of days back: when a refresh that read all its days last began. */
export type Refreshes = Readonly<Record<number, Instant>>

interface RunItem extends Omit<RunRecord, 'failed'> {
  failed?: Day[]
  empty?: Day[]
  partial?: Day[]
  readings: Packed
  /** The refreshes up to this run. */
  refreshes?: Refreshes
}

const KEEP_SECONDS = 90 * 24 * 3_600

/**
 * The one item that every run writes, even if nothing is new, and before it the holidays that it met. A run that is no
 * refresh copies what the last one knew of refreshes.
 */
export async function putRun(
  table: Table,
  { readings, failed, empty = [], partial = [], refresh, ...run }: Run,
): Promise<void> {
  const before = refresh?.before ?? (await lastRefreshes(table))
  const refreshes = refresh && failed.length === 0 ? { ...before, [refresh.reach]: run.startedAt } : before
  await putEmptyDays(table, empty, run.startedAt)
  const newest = readings.reduce((max, { readAt }) => (readAt > max ? readAt : max), '') || run.startedAt
  const item = {
    ...runKey(newest, run.startedAt),
    v: ITEM_VERSION,
    ...run,
    ...(failed.length ? { failed } : {}),
    ...(empty.length ? { empty } : {}),
    ...(partial.length ? { partial } : {}),
    ...(Object.keys(refreshes).length ? { refreshes } : {}),
    readings: pack(readings.map(({ day, readAt }) => [day, readAt])),
    expires: Math.floor(Date.parse(run.finishedAt) / 1000) + KEEP_SECONDS,
  }
  await table.client.send(new PutCommand({ TableName: table.name, Item: item }))
}

/** When each day was read, by runs with a reading after `since`. An unchanged day leaves no other trace. */
export async function readingsSince(table: Table, since: Instant): Promise<Map<Day, Instant[]>> {
  const items = await queryAll<RunItem>(table, { partition: RUNS, from: since }, { consistent: true })
  const readings = new Map<Day, Instant[]>()
  for (const item of items)
    for (const [day, readAt] of unpack<[Day, Instant][]>(item.readings))
      readings.set(day, [...(readings.get(day) ?? []), readAt])
  return readings
}

/**
 * When each day was last read whole, days without papers included. It comes from stored run records, else from the last
 * reading that changed the day. Days whose last reading had unreadable entries are left out.
 */
export async function lastReadings(
  client: DynamoDBDocumentClient,
  tableName: string,
): Promise<Map<Day, Instant>> {
  const table: Table = { client, name: tableName }
  const [days, runs] = await Promise.all([
    queryAll<Pick<DayItem, 'sk' | 'at'>>(
      table,
      { partition: DAYS },
      { only: ['sk', 'at'], consistent: true },
    ),
    queryAll<RunItem>(table, { partition: RUNS }, { consistent: true }),
  ])
  const last = new Map(days.map(({ sk, at }) => [sk, at]))
  const noted = runs.flatMap(({ startedAt, readings, empty = [], partial = [] }) => [
    ...unpack<[Day, Instant][]>(readings).map(([day, readAt]) => {
      return { day, readAt, startedAt, isWhole: !partial.includes(day) }
    }),
    ...empty.map(day => ({ day, readAt: startedAt, startedAt, isWhole: true })),
  ])
  // Every run reads a recorded day at the same instant.
  noted.sort((a, b) => compare(a.readAt, b.readAt) || compare(a.startedAt, b.startedAt))
  for (const { day, readAt, isWhole } of noted) {
    if (readAt < (last.get(day) ?? '')) continue
    if (isWhole) last.set(day, readAt)
    else last.delete(day)
  }
  return last
}

const compare = (a: string, b: string): number => Number(a > b) - Number(a < b)

async function lastItem(table: Table, consistent: boolean): Promise<RunItem | undefined> {
  const options = { descending: true, limit: 1, consistent }
  const { items } = await queryOnce<RunItem>(table, { partition: RUNS }, options)
  return items[0]
}

/** Empty when no refresh is known. 1 request. */
export const lastRefreshes = async (table: Table): Promise<Refreshes> =>
  (await lastItem(table, true))?.refreshes ?? {}

export async function lastRun(table: Table): Promise<RunRecord | null> {
  const run = await lastItem(table, false)
  if (!run) return null
  const { startedAt, finishedAt, days, papers, skipped, changed } = run
  return { startedAt, finishedAt, days, papers, new: run.new, changed, skipped, failed: run.failed ?? [] }
}
