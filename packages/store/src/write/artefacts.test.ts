import type { Artefact, Artefacts } from '@daily-papers/papers/artefact.ts'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Questions } from '../questions.ts'
import { createQuestions } from '../read/create-questions.ts'
import { CHANGES } from '../table/keys.ts'
import { queryAll } from '../table/requests.ts'
import type { Table } from '../table/table.ts'
import { contentsOf } from '../testing/contents.ts'
import { countRequests } from '../testing/counting.ts'
import { Crash, dyingClient } from '../testing/crash.ts'
import { startEngine, type TestEngine } from '../testing/engine.ts'
import { readEntry, reading } from '../testing/readings.ts'
import { createMaintenance } from './maintenance.ts'
import { createWriter, type Writer } from './writer.ts'

const ID = '2405.00001'
const model = (id: string, likes: number, downloads = 0): Artefact => ({
  id,
  likes,
  downloads,
  task: null,
  parameters: null,
})
const linked = (hour: number, ...models: Artefact[]): Artefacts => ({
  paperId: ID,
  readAt: `2024-05-07T${String(hour).padStart(2, '0')}:00:00.000Z`,
  totals: { models: models.length, datasets: 0, spaces: 0 },
  top: { models, datasets: [], spaces: [] },
})

let engine: TestEngine
let table: Table
let store: Writer
let questions: Questions
beforeAll(async () => {
  engine = await startEngine()
})
afterAll(() => engine.close())
beforeEach(async () => {
  table = await engine.table()
  store = createWriter(table.client, table.name, { owner: 'test' })
  questions = createQuestions(table.client, table.name)
  await store.putDays([
    reading('2024-05-06', '2024-05-06T12:00:00.000Z', readEntry(ID, '2024-05-06')),
    reading('2024-05-07', '2024-05-07T01:00:00.000Z', readEntry(ID, '2024-05-07')),
  ])
})

const totals = async () => (await questions.papers([ID]))[0]?.artefacts
const kinds = async () => {
  const asked = { after: null, since: null, kinds: null, size: 50, now: Date.parse('2024-05-08') }
  return (await questions.changes(asked)).rows.map(({ node }) => node.kind)
}

it('totals are null until they are read, then stand in the paper and in its rows on all days', async () => {
  expect(await totals()).toBeUndefined()
  expect(await questions.artefacts([ID])).toEqual([null])
  expect(await store.putArtefacts([linked(2, model('a/x', 3))])).toBe(1)
  expect(await totals()).toEqual({ models: 1, datasets: 0, spaces: 0 })
  expect(await questions.artefacts([ID])).toEqual([linked(2, model('a/x', 3))])
  const page = { size: 5, after: null, before: null, backward: false }
  for (const day of ['2024-05-06', '2024-05-07']) {
    const { rows } = await questions.papersOn(day, { field: 'upvotes', descending: true }, page)
    expect(rows[0]?.node.artefacts).toEqual({ models: 1, datasets: 0, spaces: 0 })
  }
})

it('a reading in which only downloads moved writes nothing; likes are written', async () => {
  await store.putArtefacts([linked(2, model('a/x', 3, 10))])
  const requests = countRequests(table.client)
  expect(await store.putArtefacts([linked(3, model('a/x', 3, 99))])).toBe(0)
  expect(new Set(requests.take())).toEqual(new Set(['BatchGetItem', 'Query']))
  expect(await store.putArtefacts([linked(4, model('a/x', 4, 99))])).toBe(0)
  expect(await questions.artefacts([ID])).toEqual([linked(4, model('a/x', 4, 99))])
})

it('a first model is a change if the reading before found none, and a first reading is a baseline', async () => {
  await store.putArtefacts([linked(2)])
  expect(await kinds()).not.toContain('modelAdded')
  await store.putArtefacts([linked(3, model('a/x', 3))])
  await store.putArtefacts([linked(4, model('a/x', 3), model('a/y', 2))])
  expect((await kinds()).filter(kind => kind === 'modelAdded')).toHaveLength(1)
})

it('a first dataset and a first space are changes too, and what is still missing is none', async () => {
  await store.putArtefacts([linked(2)])
  const named = { id: 'a/d', likes: 1, downloads: 0, task: null, parameters: null }
  const grown = {
    ...linked(3),
    totals: { models: 0, datasets: 1, spaces: 1 },
    top: { models: [], datasets: [named], spaces: [named] },
  }
  await store.putArtefacts([grown])
  expect((await kinds()).filter(kind => kind.endsWith('Added'))).toEqual(['datasetAdded', 'spaceAdded'])
})

it('changes of one step have the time of its newest reading, and a step without any is no step', async () => {
  const ids = ['2405.00002', '2405.00003']
  await store.putDays([
    reading('2024-05-07', '2024-05-07T01:30:00.000Z', ...ids.map(id => readEntry(id, '2024-05-07'))),
  ])
  const of = (paperId: string, each: Artefacts) => ({ ...each, paperId })
  const all = async () => {
    const asked = { after: null, since: null, kinds: null, size: 50, now: Date.parse('2024-05-08') }
    return (await questions.changes(asked)).rows
  }
  const steps = async () => (await queryAll(table, { partition: CHANGES })).length
  const stepsBefore = await steps()
  await store.putArtefacts([linked(2), ...ids.map(id => of(id, linked(2)))])
  const before = await all()
  expect(await steps()).toBe(stepsBefore)
  await store.putArtefacts([
    linked(3, model('a/x', 3)),
    of('2405.00002', linked(5, model('a/x', 3))),
    of('2405.00003', linked(4, model('a/x', 3))),
  ])
  const added = (await all()).slice(before.length)
  expect(added.map(({ node }) => node.at)).toEqual(['03', '05', '04'].map(h => `2024-05-07T${h}:00:00.000Z`))
  for (const { position } of added) expect(position).toContain('~2024-05-07T05:00:00.000Z#')
})

it('a paper that the table does not know gets no item', async () => {
  expect(await store.putArtefacts([{ ...linked(2), paperId: '2405.99999' }])).toBe(0)
  expect(await questions.artefacts(['2405.99999'])).toEqual([null])
})

it('totals survive new readings of the feed and a rebuild', async () => {
  await store.putArtefacts([linked(2, model('a/x', 3))])
  const changed = readEntry(ID, '2024-05-07', { description: { title: 'Another title' } })
  await store.putDays([reading('2024-05-07', '2024-05-07T05:00:00.000Z', changed)])
  await store.putDays([reading('2024-05-08', '2024-05-08T05:00:00.000Z', readEntry(ID, '2024-05-08'))])
  expect(await totals()).toEqual({ models: 1, datasets: 0, spaces: 0 })
  const before = await contentsOf(table)
  const { entry } = readEntry(ID, '2024-05-08')
  const maintenance = createMaintenance(table.client, table.name, { owner: 'test' })
  await maintenance.rebuild((_, day) => (day === '2024-05-08' ? entry : null))
  expect(await contentsOf(table)).toEqual(before)
})

it('a forgotten owner leaves the lists, then and later, and the totals stay', async () => {
  const [mine, other] = [model('Ada/x', 9), model('lab/y', 3)]
  await store.putArtefacts([linked(2, mine, other)])
  await createMaintenance(table.client, table.name, { owner: 'test' }).forget('ada')
  const shown = async () => (await questions.artefacts([ID]))[0]?.top.models.map(({ id }) => id)
  expect(await shown()).toEqual(['lab/y'])
  await store.putArtefacts([linked(3, mine, { ...other, likes: 4 })])
  expect(await shown()).toEqual(['lab/y'])
  expect(await totals()).toEqual({ models: 2, datasets: 0, spaces: 0 })
})

it('after a kill at any write, the next reading ends in the same state', async () => {
  await store.putArtefacts([linked(2)])
  const grown = linked(3, model('a/x', 3))
  for (let written = 0; written < 7; written++) {
    const client = dyingClient(engine.url, written)
    const dying = createWriter(client, table.name, { owner: 'dying' })
    await dying.putArtefacts([grown]).catch(error => expect(error).toBeInstanceOf(Crash))
    client.destroy()
    const next = createWriter(table.client, table.name, { owner: 'next', isGone: () => true })
    await next.putArtefacts([linked(4, model('a/x', 3))])
    expect(await totals()).toEqual({ models: 1, datasets: 0, spaces: 0 })
    expect((await questions.artefacts([ID]))[0]?.totals.models).toBe(1)
    await next.putArtefacts([linked(5)])
  }
})
