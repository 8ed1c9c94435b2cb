import { createQuestions } from '@daily-papers/store/create-questions.ts'
import { startEngine, type TestEngine } from '@daily-papers/store/testing/engine.ts'
import { readEntry, reading } from '@daily-papers/store/testing/readings.ts'
import { createWriter } from '@daily-papers/store/writer.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Api } from './api.ts'
import { createPapersApi } from './papers-api.ts'
import { get } from './testing/request.ts'

let engine: TestEngine
let api: Api
const old = '2024-01-02'
const recent = '2024-05-06'
/** The oldest day that is still read again, 90 days before the last, and the one before it. */
const refreshed = '2024-02-07'
const settled = '2024-02-06'
/** Past too; its paper was featured again on the recent day. */
const again = '2023-12-11'

beforeAll(async () => {
  engine = await startEngine()
  const { client, name } = await engine.table()
  const days = [
    ['2405.00000', old],
    ['2405.00001', recent],
    ['2402.00001', refreshed],
    ['2402.00002', settled],
    ['2405.00002', again],
    ['2405.00002', recent],
  ].map(([id = '', day = '']) => reading(day, `${day}T12:00:00.000Z`, readEntry(id, day)))
  await createWriter(client, name, { owner: 'test' }).putDays(days)
  const now = () => Date.parse('2024-05-07T00:00:00Z')
  api = createPapersApi({ store: createQuestions(client, name), now, log: () => {} })
})
afterAll(() => engine.close())

const maxAge = async (query: string): Promise<string | undefined> =>
  (await api.handle(get(query))).headers['cache-control']

it.each([
  `{ day(date: "${settled}") { date } }`,
  `{ day(date: "${old}") { papers { totalCount nodes { title authors { nodes { name } } dayRank } } } }`,
  `{ papers(filter: { featured: { days: { from: "2024-01-01", to: "2024-01-31" } } }) { totalCount nodes { title } } }`,
  '{ days(between: { month: "2024-01" }) { nodes { date } } }',
])('what is asked about days past the refresh window alone is kept for a day: %s', async query => {
  expect(await maxAge(query)).toBe('public, max-age=86400')
})

it.each([
  '{ day { date } }',
  `{ day(date: "${recent}") { date } }`,
  `{ day(date: "${refreshed}") { date } }`,
  `{ old: day(date: "${old}") { date } status { paperCount } }`,
  `{ day(date: "${old}") { papers { nodes { authors { nodes { node: name paperCount } } } } } }`,
  '{ papers(filter: { featured: { lastDays: 3 } }) { nodes { title } } }',
  '{ papers(filter: { featured: { month: "2023-12" } }) { nodes { upvotes } } }',
  '{ day(date: "2023-06-01") { date } }',
  '{ days(between: { month: "2023-06" }) { nodes { date } } }',
  '{ days(between: { month: "2023-06" }) { totalCount } }',
  '{ papers(filter: { featured: { month: "2023-06" } }) { totalCount } }',
  '{ papers(filter: { featured: { month: "2023-06" } }) { nodes { title } } }',
  '{ __typename }',
])('anything else is kept for a minute: %s', async query => {
  expect(await maxAge(query)).toBe('public, max-age=60')
})
