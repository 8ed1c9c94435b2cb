import { isDeepStrictEqual } from 'node:util'
import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import type { Description, Featuring } from '@daily-papers/papers/paper.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Questions } from '../questions.ts'
import { createQuestions } from '../read/create-questions.ts'
import { CHANGES, type Key, risingKey, stepsKey, totalsKey } from '../table/keys.ts'
import { writeItems } from '../table/requests.ts'
import type { Table } from '../table/table.ts'
import { contentsOf } from '../testing/contents.ts'
import { dyingClient } from '../testing/crash.ts'
import { startEngine, type TestEngine } from '../testing/engine.ts'
import { account, printed, readEntry, reading } from '../testing/readings.ts'
import { createMaintenance, type Maintenance } from './maintenance.ts'
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
    expect(await maintenance.forget('ADA Example')).toMatchObject({ papers: ['2405.00001'] })
    const later = readings.map(each => ({
      ...each,
      readAt: `${day}T13:00:00.000Z`,
      entries: each.entries.slice(0, 1),
    }))
    await writer.putDays(later)
    expect((await store.papers(['2405.00001']))[0]?.authors.map(({ name }) => name)).toEqual(['Bo'])
    expect(await store.entities('author', ['ada example', 'bo'])).toMatchObject([null, { paperCount: 2 }])
  })

  it('a name takes it out of a day that is not the latest of its paper too', async () => {
    const named = (on: string, name: string) =>
      reading(
        on,
        `${on}T12:00:00.000Z`,
        readEntry('2405.00001', on, { description: { authors: [printed(name)] } }),
      )
    await writer.putDays([named(day, 'A. Example'), named('2024-05-07', 'Ada Example')])
    expect(await maintenance.forget('A. Example')).toMatchObject({ papers: ['2405.00001'] })
    const page = { size: 10, backward: false, after: null, before: null }
    const [row] = (await store.papersOn(day, { field: 'featuredOn', descending: true }, page)).rows
    expect(row?.node.authors).toEqual([])
    expect((await store.papers(['2405.00001']))[0]?.authors).toMatchObject([{ name: 'Ada Example' }])
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

  it('forgetting a name keeps accounts that may be a namesake, and lists them', async () => {
    const next = '2024-05-07'
    const bearing = (username: string, fullName: string) => ({ ...account(username), fullName })
    const submitted = (id: string, username: string, fullName: string) =>
      readEntry(id, next, {
        description: { authors: [printed('Bo')] },
        featuring: { submitter: bearing(username, fullName) },
      })
    await writer.putDays(readings)
    const later = reading(
      next,
      `${next}T12:00:00.000Z`,
      submitted('2405.00003', 'AdaE', 'ada  éxample'),
      submitted('2405.00004', 'other', 'Ada Exampleton'),
    )
    await writer.putDays([later])
    const { papers, namesakes } = await maintenance.forget('Ada Example')
    expect(papers).toEqual(['2405.00001'])
    expect(namesakes.map(({ username }) => username).toSorted()).toEqual(['AdaE', 'ada'])
    expect(await store.papers(['2405.00003'])).toMatchObject([{ submitter: { username: 'AdaE' } }])
    expect(await maintenance.forget('adae')).toEqual({ papers: ['2405.00003'], namesakes: [] })
    expect(await maintenance.forget('Ada Example')).toEqual({ papers: [], namesakes: [] })
  })

  it('killed at any write is completed by the next writer', async () => {
    await writer.putDays(readings)
    const before = await contentsOf(table)
    await maintenance.forget('ada')
    const after = await contentsOf(table)
    const ends: string[] = []
    for (let writes = 0, died = true; died; writes++) {
      const table = await engine.table()
      await createWriter(table.client, table.name, { owner: 'test' }).putDays(readings)
      const client = dyingClient(engine.url, writes)
      died = await createMaintenance(client, table.name, { owner: 'dead' })
        .forget('ada')
        .then(() => false)
        .catch(() => true)
      client.destroy()
      await successor(table).putDays(readings)
      const contents = await contentsOf(table)
      expect([before, after]).toContainEqual(contents)
      ends.push(isDeepStrictEqual(contents, after) ? 'done' : 'not begun')
    }
    // Killed before its journal stood it never began; from then on it always ends.
    expect(ends.lastIndexOf('not begun')).toBeLessThan(2)
    expect(ends.filter(end => end === 'done').length).toBeGreaterThan(5)
  })
})

/** The writer that follows a dead process. */
const successor = ({ client, name }: Table): Writer =>
  createWriter(client, name, { owner: 'alive', isGone: owner => owner === 'dead' })

describe('a table of another version', () => {
  const allItems = async (): Promise<Key[]> =>
    ((await table.client.send(new ScanCommand({ TableName: table.name }))).Items ?? []) as Key[]

  it('is written only by a rebuild, which upgrades everything derived to this version', async () => {
    await writer.putDays(readings)
    const before = await allItems()
    await writeItems(
      table,
      before.map(item => ({ put: { ...item, v: 0 } as Key })),
    )
    const news = reading('2024-05-07', '2024-05-07T12:00:00.000Z', readEntry('2405.00003', '2024-05-07'))
    await expect(writer.putDays([news])).rejects.toThrow('`pnpm rebuild`')
    await expect(maintenance.forget('ada')).rejects.toThrow('`pnpm rebuild`')
    await maintenance.rebuild(asBefore)
    const isObserved = ({ pk, sk }: Key): boolean =>
      (pk.startsWith('P#') && sk !== 'P') || [CHANGES, risingKey.pk, stepsKey.pk].includes(pk)
    const of = (items: Key[]) =>
      items
        .filter(item => !isObserved(item))
        .map(item => JSON.stringify(item))
        .sort()
    expect(of(await allItems())).toEqual(of(before))
    expect(await writer.putDays([news])).toMatchObject({ new: 1 })
  })
})

/** A parser that has learned nothing. */
const asBefore = (raw: Record<string, unknown>) => {
  const { paper, featuring } = raw as unknown as { paper: Description; featuring: Featuring }
  return { description: paper, featuring }
}

describe('rebuilding', () => {
  it('gives the same table when nothing changed', async () => {
    await writer.putDays(readings)
    const before = await contentsOf(table)
    await maintenance.rebuild(asBefore)
    expect(await contentsOf(table)).toEqual(before)
  })

  it('adds what the parser has learned since to the items', async () => {
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
    await writeItems(table, [
      { delete: { pk: 'A', sk: 'bo' } },
      { delete: totalsKey },
      { put: { pk: 'K', sk: 'stray' } },
    ])
    await maintenance.rebuild(asBefore)
    expect(await contentsOf(table)).toEqual(before)
  })

  it('that stalled while another writer came writes nothing more', async () => {
    await writer.putDays(readings)
    const expected = await contentsOf(table)
    let at = 0
    const stalling = createMaintenance(table.client, table.name, { owner: 'stalled', clock: () => at })
    const next = createWriter(table.client, table.name, { owner: 'next', clock: () => at })
    const stalled = stalling.rebuild(raw => {
      at = 60_000
      return asBefore(raw)
    })
    await expect(stalled).rejects.toThrow('The lease expired')
    await next.putDays(readings)
    expect(await contentsOf(table)).toEqual(expected)
  })

  it('killed at any write, after a forgetting that was killed too, loses neither', async () => {
    await writer.putDays(readings)
    await maintenance.forget('ada')
    const expected = await contentsOf(table)
    const dies = async (table: Table, writes: number, work: (each: Maintenance) => Promise<unknown>) => {
      const client = dyingClient(engine.url, writes)
      const options = { owner: 'dead', isGone: () => true }
      await work(createMaintenance(client, table.name, options)).catch(() => {})
      client.destroy()
    }
    for (const first of [3, 6])
      for (const second of [2, 5, 9, 14])
        for (const third of [3, 8]) {
          const table = await engine.table()
          await createWriter(table.client, table.name, { owner: 'test' }).putDays(readings)
          await dies(table, first, each => each.forget('ada'))
          await dies(table, second, each => each.rebuild(asBefore))
          await dies(table, third, each => each.rebuild(asBefore))
          await successor(table).putDays(readings)
          expect(await contentsOf(table)).toEqual(expected)
        }
  })

  it('killed at any write is whole again after the next writer', async () => {
    await writer.putDays(readings)
    const expected = await contentsOf(table)
    for (let writes = 0, died = true; died; writes++) {
      const client = dyingClient(engine.url, writes)
      died = await createMaintenance(client, table.name, { owner: 'dead' })
        .rebuild(asBefore)
        .then(() => false)
        .catch(() => true)
      client.destroy()
      await successor(table).putDays(readings)
      expect(await contentsOf(table)).toEqual(expected)
    }
  })
})
