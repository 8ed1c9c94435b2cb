import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createQuestions } from '../read/create-questions.ts'
import type { Table } from '../table/table.ts'
import { startEngine, type TestEngine } from '../testing/engine.ts'
import { readEntry, reading, runOf } from '../testing/readings.ts'
import { createMaintenance } from '../write/maintenance.ts'
import { createWriter, type Writer } from '../write/writer.ts'

let engine: TestEngine
let table: Table
let writer: Writer

beforeAll(async () => {
  engine = await startEngine()
})
afterAll(() => engine.close())
beforeEach(async () => {
  table = await engine.table()
  writer = createWriter(table.client, table.name, { owner: 'test' })
})

describe('the record of a run', () => {
  it('is stored though another writer holds the lease for long', async () => {
    const impatient = { owner: 'impatient', patienceMs: 0, sleep: async () => {} }
    const holder = createMaintenance(table.client, table.name, { owner: 'holder' })
    const day = '2024-05-06'
    const noon = `${day}T12:00:00.000Z`
    const read = reading(day, noon, readEntry('2405.00001', day))
    await writer.putDays([read])
    let kept: unknown
    const rebuilt = holder.rebuild(
      () => null,
      () => {
        kept = createWriter(table.client, table.name, impatient).putRun(runOf(read))
      },
    )
    await rebuilt
    expect(await kept).toEqual([])
    expect(await createQuestions(table.client, table.name).lastRun()).toMatchObject({ startedAt: noon })
  })

  it('says how far back the refreshes have reached, those before it included', async () => {
    const at = (startedAt: string) => ({ ...runOf(), startedAt, finishedAt: startedAt })
    const reaching = async (reach: number) => ({ refresh: { reach, before: await writer.lastRefreshes() } })
    await writer.putRun({ ...at('2024-05-06T00:10:00.000Z'), ...(await reaching(90)) })
    await writer.putRun({ ...at('2024-05-06T01:10:00.000Z'), ...(await reaching(7)) })
    await writer.putRun({
      ...at('2024-05-07T00:10:00.000Z'),
      ...(await reaching(30)),
      failed: ['2024-05-01'],
    })
    await writer.putRun(at('2024-05-07T00:20:00.000Z'))
    expect(await writer.lastRefreshes()).toEqual({
      90: '2024-05-06T00:10:00.000Z',
      7: '2024-05-06T01:10:00.000Z',
    })
  })
})
