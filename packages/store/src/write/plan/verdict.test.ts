import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Questions } from '../../questions.ts'
import { createQuestions } from '../../read/create-questions.ts'
import type { Table } from '../../table/table.ts'
import { dyingClient } from '../../testing/crash.ts'
import { startEngine, type TestEngine } from '../../testing/engine.ts'
import { readEntry, reading, runOf } from '../../testing/readings.ts'
import { createWriter, type Writer } from '../writer.ts'

let engine: TestEngine
let store: Questions
let writer: Writer

beforeAll(async () => {
  engine = await startEngine()
})
afterAll(() => engine.close())
beforeEach(async () => {
  const { client, name } = await engine.table()
  store = createQuestions(client, name)
  writer = createWriter(client, name, { owner: 'test' })
})

describe('an older reading', () => {
  const day = '2024-05-06'

  it('changes nothing that a newer one has seen, even if that one wrote nothing', async () => {
    const at = (hour: string, upvotes: number) =>
      reading(day, `2024-05-06T${hour}:00:00.000Z`, readEntry('2405.00001', day, { counters: { upvotes } }))
    await writer.putDays([at('09', 1)])
    await writer.putDays([at('11', 1)])
    expect(await writer.putRun(runOf(at('11', 1)))).toEqual([])
    await writer.putDays([at('10', 2)])
    expect(await store.papers(['2405.00001'])).toMatchObject([{ upvotes: 1 }])
  })

  it('that was written before the newer, unchanged one was recorded is found by that one, to be read again', async () => {
    const at = (hour: string, upvotes: number) =>
      reading(day, `2024-05-06T${hour}:00:00.000Z`, readEntry('2405.00001', day, { counters: { upvotes } }))
    await writer.putDays([at('09', 1)])
    await writer.putDays([at('11', 1)])
    await writer.putDays([at('10', 2)])
    expect(await writer.putRun(runOf(at('11', 1)))).toEqual([day])
    expect(await writer.putRun(runOf(at('10', 2)))).toEqual([])
    await writer.putDays([at('12', 1)])
    expect(await writer.putRun(runOf(at('12', 1)))).toEqual([])
    expect(await store.papers(['2405.00001'])).toMatchObject([{ upvotes: 1 }])
  })

  it('still adds what no other reading has', async () => {
    await writer.putDays([reading(day, '2024-05-06T11:00:00.000Z', readEntry('2405.00001', day))])
    await writer.putDays([reading(day, '2024-05-06T10:00:00.000Z', readEntry('2405.00002', day))])
    expect(await store.totals()).toMatchObject({ papers: 2 })
  })
})

describe('a day', () => {
  it('is settled by an agreeing reading 6 hours after its last paper, and opened by a new one', async () => {
    const day = '2024-05-06'
    const state = async () => (await store.days([day]))[0]?.state
    const one = readEntry('2405.00001', day)
    await writer.putDays([reading(day, '2024-05-06T20:00:00.000Z', one)])
    expect(await state()).toBe('open')
    await writer.putDays([reading(day, '2024-05-07T01:00:00.000Z', one)])
    expect(await state()).toBe('open')
    await writer.putDays([reading(day, '2024-05-07T03:00:00.000Z', one)])
    expect(await state()).toBe('settled')
    await writer.putDays([reading(day, '2024-05-07T04:00:00.000Z', one, readEntry('2405.00002', day))])
    expect(await state()).toBe('open')
  })

  it('that gained a paper in a run that was killed settles 6 hours after that', async () => {
    const day = '2024-05-06'
    const [one, two] = [readEntry('2405.00001', day), readEntry('2405.00002', day)]
    const settledAt = async (table: Table, hour: string) => {
      const alive = createWriter(table.client, table.name, { owner: 'alive', isGone: () => true })
      await alive.putDays([reading(day, `2024-05-07T${hour}:00:00.000Z`, one, two)])
      return (await createQuestions(table.client, table.name).days([day]))[0]?.state
    }
    for (let items = 0, died = true; died; items++) {
      const table = await engine.table()
      await createWriter(table.client, table.name, { owner: 'test' }).putDays([
        reading(day, '2024-05-06T20:00:00.000Z', one),
      ])
      const client = dyingClient(engine.url, items)
      died = await createWriter(client, table.name, { owner: 'dead' })
        .putDays([reading(day, '2024-05-07T02:00:00.000Z', one, two)])
        .then(() => false)
        .catch(() => true)
      client.destroy()
      expect(await settledAt(table, '03')).toBe('open')
      expect(await settledAt(table, '10')).toBe('settled')
    }
  })

  it('does not exist while it has no papers', async () => {
    await writer.putDays([reading('2024-05-06', '2024-05-06T12:00:00.000Z')])
    expect(await store.days(['2024-05-06'])).toEqual([null])
  })
})
