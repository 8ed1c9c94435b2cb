import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Questions } from '../questions.ts'
import { countRequests } from '../testing/counting.ts'
import { startEngine, type TestEngine } from '../testing/engine.ts'
import { account, printed, readEntry, reading } from '../testing/readings.ts'
import { createWriter, type Writer } from '../write/writer.ts'
import { createQuestions } from './create-questions.ts'

/** Question → its requests. docs/access-patterns.md has the same table. */
let engine: TestEngine
let store: Questions
let writer: Writer
let counted: { take(): string[] }
const days = Array.from({ length: 20 }, (_, i) => `2024-05-${String(i + 1).padStart(2, '0')}`)
const run = {
  startedAt: '2024-06-01T00:00:00.000Z',
  finishedAt: '2024-06-01T00:00:01.000Z',
  papers: 0,
  new: 0,
  changed: 0,
  skipped: 0,
  failed: [],
  days: 0,
  readings: [],
}
const readings = days.map((day, d) =>
  reading(
    day,
    `${day}T23:00:00.000Z`,
    ...Array.from({ length: 6 }, (_, i) =>
      readEntry(`2405.${d}${String(i).padStart(3, '0')}`, day, {
        description: {
          authors: [printed('Ada Example'), printed(`Two ${d % 10}`)],
          keywords: ['sampling'],
          organization: { name: 'lab', fullName: null, avatar: null },
        },
        featuring: { submitter: account('bob') },
      }),
    ),
  ),
)
const page = { size: 20, backward: false, after: null, before: null }
const range = { from: '2024-05-01', to: '2024-05-20' }

const changes = { after: null, since: null, size: 20, now: Date.parse(run.startedAt) }
const lastCursor = async () => (await store.changes({ ...changes, kinds: null, size: 1_000 })).end ?? null

beforeAll(async () => {
  engine = await startEngine()
  const table = await engine.table()
  counted = countRequests(table.client)
  store = createQuestions(table.client, table.name)
  writer = createWriter(table.client, table.name, { owner: 'test' })
  await writer.putDays(readings)
  await writer.putRun(run)
})
afterAll(() => engine.close())

/** The item of `rising`. Nothing has gained here, so no papers are read. */
const rising = ['BatchGetItem']

const questions: [string, () => Promise<unknown>, string[]][] = [
  [
    'papers by featured day',
    () => store.paperList({ field: 'featuredOn', descending: true }, null, page),
    ['Query'],
  ],
  [
    'papers by arXiv date',
    () => store.paperList({ field: 'publishedAt', descending: true }, null, page),
    ['Query'],
  ],
  ['papers by votes', () => store.paperList({ field: 'upvotes', descending: true }, null, page), ['Query']],
  [
    'papers by trending',
    () => store.paperList({ field: 'trending', descending: true }, null, page),
    ['Query'],
  ],
  [
    'papers of one day in any order',
    () => store.papersOn('2024-05-03', { field: 'upvotes', descending: true }, page),
    ['Query'],
  ],
  [
    'papers of a range of days by featured day',
    () => store.paperList({ field: 'featuredOn', descending: true }, range, page),
    ['Query'],
  ],
  [
    'papers of a range of days by votes',
    () => store.paperList({ field: 'upvotes', descending: true }, range, page),
    ['Query', 'BatchGetItem'],
  ],
  ['one paper by id', () => store.papers(['2405.0000']), ['BatchGetItem']],
  [
    'papers of a keyword',
    () => store.papersOf({ kind: 'keyword', key: 'sampling' }, true, page),
    ['BatchGetItem', 'BatchGetItem'],
  ],
  [
    'papers of a keyword from the oldest on',
    () => store.papersOf({ kind: 'keyword', key: 'sampling' }, false, page),
    ['BatchGetItem', 'Query', 'BatchGetItem'],
  ],
  [
    'papers of an author',
    () => store.papersOf({ kind: 'author', key: 'two 3' }, true, page),
    ['BatchGetItem', 'BatchGetItem'],
  ],
  [
    'authors by name',
    () => store.entityList('author', { field: 'name', descending: false }, null, page),
    ['Query'],
  ],
  [
    'authors by paper count',
    () => store.entityList('author', { field: 'paperCount', descending: true }, null, { ...page, size: 5 }),
    ['Query'],
  ],
  [
    'authors of a single paper, then, on the same page, those of more',
    () => store.entityList('author', { field: 'paperCount', descending: false }, null, page),
    ['Query', 'Query'],
  ],
  ['days', () => store.dayList(null, true, page), ['Query']],
  ['one day', () => store.days(['2024-05-03']), ['BatchGetItem']],
  ['the latest day', () => store.latestDay(), ['Query']],
  ['ranks on up to 100 days', () => store.ranksOn(days), ['BatchGetItem']],
  ['exact totals', () => store.totals(), ['BatchGetItem']],
  ['the last run', () => store.lastRun(), ['Query']],
  ['rising papers', () => store.rising('week', 'upvotes', Date.parse('2024-05-20T23:30:00Z'), page), rising],
  ['what changed, from a cursor on', () => store.changes({ ...changes, kinds: null }), ['Query']],
  ['what changed, of one kind', () => store.changes({ ...changes, kinds: ['codeAdded'] }), ['Query']],
  [
    'what changed since a cursor, when nothing did',
    async () => store.changes({ ...changes, kinds: null, after: await lastCursor() }),
    ['Query', 'Query'],
  ],
]

it.each(questions)('%s', async (_, ask, requests) => {
  counted.take()
  await ask()
  expect(counted.take()).toEqual(requests)
})

it('counting the papers of a day costs nothing more', async () => {
  const { total } = await store.papersOn('2024-05-03', { field: 'upvotes', descending: true }, page)
  counted.take()
  expect(await total()).toBe(6)
  expect(counted.take()).toEqual([])
})

it('a refresh of unchanged days reads the days with the lease, and the newer runs, and writes nothing', async () => {
  counted.take()
  await writer.putDays(readings)
  expect(counted.take().sort()).toEqual(['BatchGetItem', 'Query'])
})
