/**
 * Measures what responses cost and how much papers store, and writes `measured.json`: `node test/docs/cost/api-cost.ts`.
 * It uses the embedded engine and recorded days. DynamoDB's figures don't depend on the machine.
 */
import { writeFileSync } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { examples } from '@daily-papers/api/graphiql/examples.ts'
import { createPapersApi } from '@daily-papers/api/papers-api.ts'
import { post } from '@daily-papers/api/testing/request.ts'
import { encodeId } from '@daily-papers/graph/relay/ids.ts'
import { ingest } from '@daily-papers/ingest/ingest.ts'
import { parseDay } from '@daily-papers/ingest/parse.ts'
import { createCorpus } from '@daily-papers/store/corpus.ts'
import { createQuestions } from '@daily-papers/store/create-questions.ts'
import { tableDefinition } from '@daily-papers/store/table-definition.ts'
import { countRequests } from '@daily-papers/store/testing/counting.ts'
import { startEngine } from '@daily-papers/store/testing/engine.ts'
import { createWriter } from '@daily-papers/store/writer.ts'
import { buildSnapshot } from '../../../packages/snapshot/src/build/build.ts'
import { corpusNamed } from '../../days/corpora.ts'
import { feedOf } from '../../days/corpus.ts'
import { meter } from './meter.ts'

const TWO_MONTHS = 42
const REFRESHED_AN_HOUR = 8
const MOVED_A_DAY = 5
const silent = { info: () => {}, warn: () => {}, error: () => {} }
/** What DynamoDB adds to each item, in the table and in each index. */
const OVERHEAD_BYTES = 100

const corpus = corpusNamed('recorded')
const days = corpus.days.slice(-TWO_MONTHS)
const now = () => Date.parse(`${days.at(-1)}T23:00:00Z`)
const engine = await startEngine()
const { client, name } = await engine.table()
const writer = createWriter(client, name, { owner: 'cost' })
await ingest({ days, feed: feedOf(corpus), store: writer, log: silent, now })
const { take } = countRequests(client)
const api = createPapersApi({ store: createQuestions(client, name), now })

async function ask(query: string, variables: Record<string, unknown> = {}) {
  take()
  const { body, headers } = await api.handle(post({ query, variables }))
  const text = String(body)
  const answer: { data: Record<string, never>; errors?: unknown } = JSON.parse(text)
  if (answer.errors) throw new Error(text)
  const [, units = '0'] = /desc="([\d.]+)"/.exec(headers['server-timing'] ?? '') ?? []
  return { data: answer.data, requests: take().length, readUnits: Number(units), bytes: text.length }
}

interface Named {
  papers: { nodes: { id: string; paperId: string }[] }
  authors: { nodes: { name: string }[] }
  keywords: { nodes: { name: string }[] }
}
const { data } = await ask(`{
  papers(first: 20) { nodes { id paperId } }
  authors(orderBy: { field: PAPER_COUNT }, first: 1) { nodes { name } }
  keywords(orderBy: { field: PAPER_COUNT }, first: 1) { nodes { name } }
}`)
const { papers, authors, keywords } = data as unknown as Named
const refs = papers.nodes.map(({ paperId }) => paperId)
/** Variables with which each example finds something. */
const variables: Record<string, Record<string, unknown>> = {
  '03-one-paper': { ref: refs[0] },
  '04-papers-by-author': { author: authors.nodes[0]?.name },
  '06-reference-export': { refs },
  '07-browser-badge': { refs },
  '08-keyword-watch': { keyword: keywords.nodes[0]?.name },
  '11-new-since': { since: days.at(-5) },
  '12-refetch': { ids: [...papers.nodes.map(({ id }) => id), encodeId('Day', days.at(-1) ?? '')] },
}

const answers = []
// Search and trends read no table, but the snapshot; a table that was filled at once has nothing that rises.
const fromTable = examples.filter(({ name: example }) => !/-(search|trends|rising)$/.test(example))
for (const { name: example, query } of fromTable) {
  const { requests, readUnits, bytes } = await ask(query, variables[example])
  answers.push({ example, requests, readUnits, bytes })
}

const sizeOf = (value: unknown): number => {
  if (value instanceof Uint8Array) return value.length
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).reduce((sum, [key, each]) => sum + key.length + sizeOf(each) + 1, 3)
  return Buffer.byteLength(String(value))
}
async function stored(IndexName?: string): Promise<number> {
  let bytes = 0
  let ExclusiveStartKey: Record<string, unknown> | undefined
  do {
    const page = await client.send(new ScanCommand({ TableName: name, IndexName, ExclusiveStartKey }))
    for (const item of page.Items ?? []) bytes += sizeOf(item) + OVERHEAD_BYTES
    ExclusiveStartKey = page.LastEvaluatedKey
  } while (ExclusiveStartKey)
  return bytes
}
const sizes = await Promise.all([stored(), ...tableDefinition.indexes.map(index => stored(index.name))])
const { papers: count } = await createQuestions(client, name).totals()
const sqlite = join(await mkdtemp(join(tmpdir(), 'daily-papers-cost-')), 'snapshot.sqlite')
const meterOfSnapshot = meter(client)
await buildSnapshot(createCorpus(client, name), sqlite)
const perPaper = (amount: number) => amount / count
const { readUnits: readUnitsOfAll } = meterOfSnapshot.take()
const read = createCorpus(client, name)
const step = (await read.lastStep()) ?? ''
// An hour later five papers of each refreshed day have another vote.
await writer.putDays(
  days.slice(-REFRESHED_AN_HOUR).map(day => ({
    day,
    readAt: `${days.at(-1)}T23:59:00.000Z`,
    entries: parseDay([...corpus.entriesOn(day)], day).entries.map(({ entry, raw }, i) => {
      const upvotes = (entry.counters.upvotes ?? 0) + 1
      return i < MOVED_A_DAY
        ? { raw, entry: { ...entry, counters: { ...entry.counters, upvotes } } }
        : { raw, entry }
    }),
  })),
)
meterOfSnapshot.take()
const written = await read.writtenAfter(step)
const measured = {
  on: new Date().toISOString().slice(0, 10),
  papers: count,
  bytesPerPaper: Math.round(perPaper(sizes.reduce((sum, bytes) => sum + bytes, 0))),
  snapshot: {
    readUnitsPerPaper: Math.round(100 * perPaper(readUnitsOfAll)) / 100,
    continued: { papers: written?.papers.length ?? 0, readUnits: meterOfSnapshot.take().readUnits },
    bytesPerPaper: Math.round(perPaper((await stat(sqlite)).size)),
  },
  answers,
}
writeFileSync(new URL('./measured.json', import.meta.url), `${JSON.stringify(measured, null, 2)}\n`)
await rm(dirname(sqlite), { recursive: true })
await engine.close()
