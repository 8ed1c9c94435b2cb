import type { Description, Featuring } from '@daily-papers/papers/paper.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createMaintenance, type Maintenance } from './maintenance.ts'
import type { Questions } from './questions.ts'
import { createQuestions } from './read.ts'
import { type Table, writeItems } from './requests.ts'
import { contentsOf } from './testing/contents.ts'
import { dyingClient } from './testing/crash.ts'
import { startEngine, type TestEngine } from './testing/engine.ts'
import { account, printed, readEntry, reading } from './testing/readings.ts'
import { createWriter, type Writer } from './writer.ts'

let engine: TestEngine
let table: Table
let store: Questions
let writer: Writer
let maintenance: Maintenance

beforeAll(async () => {
  engine = await startEngine()
})
afterAll(() => engine.close())
beforeEach(async () => {
  table = await engine.table()
  store = createQuestions(table.client, table.name)
  writer = createWriter(table.client, table.name, { owner: 'test' })
  maintenance = createMaintenance(table.client, table.name, { owner: 'test' })
})

const day = '2024-05-06'
const ada = { ...printed('Ada Example'), account: account('ada'), claim: 'claimed_verified' }
const readings = [
  reading(
    day,
    `${day}T12:00:00.000Z`,
    readEntry('2405.00001', day, {
      description: { authors: [ada, printed('Bo')] },
      featuring: { submitter: account('ada') },
    }),
    readEntry('2405.00002', day, { description: { authors: [printed('Bo')] } }),
  ),
]

describe('forgetting', () => {
  it('a name takes it out of every paper and list, and keeps it out of later readings', async () => {
    await writer.putDays(readings)
    expect(await maintenance.forget('ADA Example')).toEqual(['2405.00001'])
    const later = readings.map(each => ({
      ...each,
      readAt: `${day}T13:00:00.000Z`,
      entries: each.entries.slice(0, 1),
    }))
    await writer.putDays(later)
    expect((await store.papers(['2405.00001']))[0]?.authors.map(({ name }) => name)).toEqual(['Bo'])
    expect(await store.entities('author', ['ada example', 'bo'])).toMatchObject([null, { paperCount: 2 }])
  })

  it('an account takes out its claims and submissions, and leaves the printed name', async () => {
    await writer.putDays(readings)
    await maintenance.forget('Ada')
    expect(await store.papers(['2405.00001'])).toMatchObject([
      { authors: [{ name: 'Ada Example', account: null }, {}], submitter: null },
    ])
    expect(await store.entities('account', ['ada'])).toEqual([null])
    expect(await store.totals()).toMatchObject({ account: 0, author: 2 })
  })
})

describe('rebuilding', () => {
  const asBefore = (raw: Record<string, unknown>) => {
    const { paper, featuring } = raw as unknown as { paper: Description; featuring: Featuring }
    return { description: paper, featuring }
  }

  it('gives the same table when nothing changed', async () => {
    await writer.putDays(readings)
    const before = await contentsOf(table)
    await maintenance.rebuild(asBefore)
    expect(await contentsOf(table)).toEqual(before)
  })

  it('reads into the items what the parser has learned since', async () => {
    await writer.putDays(readings)
    await maintenance.rebuild(raw => {
      const said = asBefore(raw)
      return { ...said, description: { ...said.description, keywords: ['learned'] } }
    })
    expect(await store.entities('keyword', ['learned', 'sampling'])).toMatchObject([{ paperCount: 2 }, null])
  })

  it('mends entities and totals that were torn', async () => {
    await writer.putDays(readings)
    const before = await contentsOf(table)
    await writeItems(table, [{ delete: { pk: 'A', sk: 'bo' } }, { put: { pk: 'K', sk: 'stray' } }])
    await maintenance.rebuild(asBefore)
    expect(await contentsOf(table)).toEqual(before)
  })

  it('killed at any write is completed by the next writer', async () => {
    await writer.putDays(readings)
    const expected = await contentsOf(table)
    for (let writes = 0, died = true; died; writes++) {
      const client = dyingClient(engine.url, writes)
      died = await createMaintenance(client, table.name, { owner: 'dead' })
        .rebuild(asBefore)
        .then(() => false)
        .catch(() => true)
      client.destroy()
      const next = createWriter(table.client, table.name, {
        owner: 'alive',
        isGone: owner => owner === 'dead',
      })
      await next.putDays(readings.map(each => ({ ...each, readAt: `${day}T12:00:00.000Z` })))
      expect(await contentsOf(table)).toEqual(expected)
    }
  })
})
