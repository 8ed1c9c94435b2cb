import { readFileSync } from 'node:fs'
import { BatchWriteItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { graphOver } from '@daily-papers/graph/testing/graph.ts'
import { refreshArtefacts } from '@daily-papers/ingest/artefacts.ts'
import type { ArtefactSource, Feed } from '@daily-papers/ingest/feed.ts'
import { ingest } from '@daily-papers/ingest/ingest.ts'
import { parseEntry } from '@daily-papers/ingest/parse.ts'
import { daysToRefresh } from '@daily-papers/ingest/schedule.ts'
import { keywordKey } from '@daily-papers/papers/names.ts'
import { createMaintenance } from '@daily-papers/store/maintenance.ts'
import type { ReadRaw } from '@daily-papers/store/reading.ts'
import type { Table } from '@daily-papers/store/table.ts'
import { startEngine, type TestEngine } from '@daily-papers/store/testing/engine.ts'
import { createWriter } from '@daily-papers/store/writer.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type StoredRun, type StoredTable, unpacked } from './stored-table.ts'

/** As the code before 1.0 wrote it. */
const stored = unpacked(readFileSync(new URL('./f429db5.json.br', import.meta.url)))
const runs = { of: stored.runs.slice(0, stored.stored), after: stored.runs.slice(stored.stored) }
const silent = { info() {}, warn() {}, error() {} }

const point = '{ at value }'
/** All that clients can see of what an ingest stores. */
const queries = {
  papers: `{ papers(first: 60) { nodes { paperId title abstract publishedAt withdrawnAt upvotes comments featuredOn
    updatedAt submitter { username fullName } organization { name paperCount } keywords { name paperCount }
    code { url } days { date } } } }`,
  authors: `{ papers(first: 60) { nodes { authors(first: 30) { nodes { name ref paperCount } } } } }`,
  histories: `{ papers(first: 60) { nodes { votes: history(last: 200) ${point} stars: history(metric: GITHUB_STARS) ${point} } } }`,
  days: '{ days(first: 30) { nodes { date paperCount isComplete updatedAt papers(first: 5) { nodes { paperId } } } } }',
  changes:
    '{ changes(first: 100) { nodes { key kind at day paperId parts threshold } pageInfo { endCursor } } }',
  accounts: '{ hubUsers(first: 50, orderBy: { field: PAPER_COUNT }) { nodes { username paperCount } } }',
  rising: `{ rising(window: DAY, first: 50) { nodes { paperId gained from ${point} to ${point} } } }`,
}

let engine: TestEngine
beforeAll(async () => {
  engine = await startEngine()
})
afterAll(() => engine.close())

async function storedTable({ items }: StoredTable): Promise<Table> {
  const table = await engine.table()
  const credentials = { accessKeyId: 'none', secretAccessKey: 'none' }
  const client = new DynamoDBClient({ endpoint: engine.url, region: 'us-east-1', credentials })
  for (let i = 0; i < items.length; i += 25) {
    const puts = items.slice(i, i + 25).map(Item => ({ PutRequest: { Item } }))
    await client.send(new BatchWriteItemCommand({ RequestItems: { [table.name]: puts } }))
  }
  client.destroy()
  return table
}

/** Runs that read what was read then. */
async function ingestRuns({ client, name }: Table, all: readonly StoredRun[]): Promise<void> {
  for (const { at, readings } of all) {
    const feed: Feed = {
      read: async day => readings.find(reading => reading.day === day) ?? { day, readAt: at, entries: [] },
    }
    const store = createWriter(client, name, { owner: 'new' })
    const refresh = await store.lastRefreshes()
    const days = daysToRefresh(at, refresh).filter(day => day >= '2025-12-26')
    await ingest({ days, refresh, feed, store, log: silent, now: () => Date.parse(at) })
  }
}

async function answers({ client, name }: Table) {
  const now = Date.parse(stored.runs.at(-1)?.at ?? '') + 60_000
  const ask = graphOver(client, name, () => now)
  const given: Record<string, unknown> = {}
  for (const [what, query] of Object.entries(queries)) {
    const { data, errors } = await ask(query)
    expect(errors).toEqual([])
    given[what] = data
  }
  return given
}

const readRaw: ReadRaw = (raw, day) => {
  const parsed = parseEntry(raw, day)
  return 'entry' in parsed ? parsed.entry : null
}

/** The same with each name as its key: an older table learns which spelling is canonical by a rebuild. */
const spelledAlike = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (name, inner) => (name === 'name' ? keywordKey(String(inner)) : inner))

test('a table of an older version is read and continued as if this version had written it', async () => {
  const old = await storedTable(stored)
  const fresh = await engine.table()
  await ingestRuns(fresh, runs.of)
  expect(spelledAlike(await answers(old))).toEqual(spelledAlike(await answers(fresh)))
  await ingestRuns(old, runs.after)
  await ingestRuns(fresh, runs.after)
  expect(spelledAlike(await answers(old))).toEqual(spelledAlike(await answers(fresh)))
  await createMaintenance(old.client, old.name, { owner: 'operator' }).rebuild(readRaw)
  expect(await answers(old)).toEqual(await answers(fresh))
})

test('a table of an older version learns what links its papers within a day of hourly runs', async () => {
  const { client, name } = await storedTable(stored)
  const last = Date.parse(runs.of.at(-1)?.at ?? '')
  const ask = graphOver(client, name, () => last)
  const totals = async () => {
    const { data, errors } = await ask<{ papers: { nodes: { models: { totalCount: number } | null }[] } }>(
      '{ papers(first: 20) { nodes { models { totalCount } } } }',
    )
    expect(errors).toEqual([])
    return new Set(data.papers.nodes.map(({ models }) => models?.totalCount ?? null))
  }
  expect(await totals()).toEqual(new Set([null]))
  const source: ArtefactSource = {
    artefactsOf: async paperId => ({
      paperId,
      readAt: new Date(last).toISOString(),
      totals: { models: 2, datasets: 0, spaces: 0 },
      top: { models: [], datasets: [], spaces: [] },
    }),
  }
  const store = createWriter(client, name, { owner: 'new' })
  for (let hour = 0; hour < 24; hour++)
    await refreshArtefacts({ source, store, log: silent }, last + hour * 3_600_000)
  expect(await totals()).toEqual(new Set([2]))
})
