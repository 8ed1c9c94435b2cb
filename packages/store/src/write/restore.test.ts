import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { createQuestions } from '../read/create-questions.ts'
import { type HistoryLine, readHistoryLines } from '../read/history-lines.ts'
import { CHANGES, FORGOTTEN, HISTORY, risingKey } from '../table/keys.ts'
import { scanKeys, writeItems } from '../table/requests.ts'
import type { Table } from '../table/table.ts'
import { contentsOf } from '../testing/contents.ts'
import { dyingClient } from '../testing/crash.ts'
import { startEngine, type TestEngine } from '../testing/engine.ts'
import { account, printed, readEntry, reading } from '../testing/readings.ts'
import { createMaintenance } from './maintenance.ts'
import { createWriter } from './writer.ts'

let engine: TestEngine
let table: Table
beforeAll(async () => {
  engine = await startEngine()
})
afterAll(() => engine.close())
beforeEach(async () => {
  table = await engine.table()
})

const day = '2024-05-06'
const exportedAt = `${day}T20:00:00.000Z`
const [ada, bo] = [printed('Ada Example'), printed('Bo')]
const at = (hour: number, upvotes: number, readDay = day) => {
  const entry = { description: { authors: [ada, bo] }, featuring: { submitter: account('sue') } }
  return reading(
    readDay,
    `${day}T${hour}:00:00.000Z`,
    ...['2405.00001', '2405.00002'].map(id => readEntry(id, readDay, { ...entry, counters: { upvotes } })),
  )
}
const writerOf = ({ client, name }: Table) => createWriter(client, name, { owner: 'test' })
const operatorOf = ({ client, name }: Table, owner = 'operator') =>
  createMaintenance(client, name, { owner, isGone: other => other === 'dead' })

/** A table with votes that moved, change events, and a person who asked to be left out. */
async function fill(filled: Table): Promise<void> {
  for (const each of [at(10, 9), at(11, 60), at(12, 130)]) await writerOf(filled).putDays([each])
  await operatorOf(filled).forget('Ada Example')
}

const order = (a: HistoryLine, b: HistoryLine): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)
async function linesOf({ client, name }: Table): Promise<HistoryLine[]> {
  const lines: HistoryLine[] = []
  for await (const some of readHistoryLines(client, name)) lines.push(...some)
  return lines.sort(order)
}
const exported = (lines: readonly HistoryLine[]) => ({
  exportedAt,
  lines: (async function* () {
    for (const line of lines) yield [line]
  })(),
})

/** Deletes what the feed can't give again. */
async function lose(from: Table): Promise<void> {
  const keys = await scanKeys(from)
  const lost = keys.filter(({ pk, sk }) => sk === HISTORY || [CHANGES, FORGOTTEN, risingKey.pk].includes(pk))
  await writeItems(
    from,
    lost.map(key => ({ delete: key })),
  )
}

it('an export has every history, every change and every request to be left out, and names nobody else', async () => {
  await fill(table)
  const lines = await linesOf(table)
  expect(lines.filter(line => 'paper' in line).map(({ paper, points }) => [paper, points.length])).toEqual([
    ['2405.00001', 3],
    ['2405.00002', 3],
  ])
  const kinds = lines.flatMap(line => ('stamp' in line ? line.changes.map(({ kind }) => kind) : []))
  expect(new Set(kinds)).toEqual(new Set(['featured', 'upvotesPassed']))
  expect(lines.filter(line => 'forgotten' in line)).toEqual([{ forgotten: 'Ada Example' }])
  expect(JSON.stringify(lines)).not.toMatch(/Bo|sue/)
})

it('what was lost is restored, and a second time changes nothing', async () => {
  await fill(table)
  const [before, lines] = [await contentsOf(table), await linesOf(table)]
  await lose(table)
  expect(await linesOf(table)).toEqual([])
  expect(await operatorOf(table).restore(exported(lines))).toMatchObject({
    papers: 2,
    forgotten: ['Ada Example'],
  })
  expect([await contentsOf(table), await linesOf(table)]).toEqual([before, lines])
  expect(await operatorOf(table).restore(exported(lines))).toEqual({ papers: 0, steps: 0, forgotten: [] })
  expect([await contentsOf(table), await linesOf(table)]).toEqual([before, lines])
})

it('newer points stay, and rise from the restored ones', async () => {
  await fill(table)
  const lines = await linesOf(table)
  await lose(table)
  await writerOf(table).putDays([at(13, 140)])
  const newer = await linesOf(table)
  await operatorOf(table).restore(exported(lines))
  const { histories, rising } = createQuestions(table.client, table.name)
  const [points = []] = await histories(['2405.00001'])
  expect(points.map(({ upvotes }) => upvotes)).toEqual([9, 60, 130, 140])
  const page = { size: 1, backward: false, after: null, before: null }
  const { rows } = await rising('day', 'upvotes', Date.parse(`${day}T14:00:00Z`), page)
  expect(rows).toMatchObject([{ node: { gained: 131 } }])
  const steps = (all: HistoryLine[]) => all.filter(line => 'stamp' in line)
  expect(steps(await linesOf(table))).toEqual([...steps(lines), ...steps(newer)].sort(order))
})

it('an empty table gets the history before its papers, and the person stays out of them', async () => {
  await fill(table)
  const lines = await linesOf(table)
  const fresh = await engine.table()
  await operatorOf(fresh).restore(exported(lines))
  await writerOf(fresh).putDays([at(12, 130)])
  expect(await contentsOf(fresh)).toEqual(await contentsOf(table))
})

it('killed at any write and begun again, it restores all', async () => {
  await fill(table)
  const [whole, lines] = [await contentsOf(table), await linesOf(table)]
  for (let writes = 0, died = true; died; writes++) {
    await lose(table)
    const client = dyingClient(engine.url, writes)
    died = await operatorOf({ client, name: table.name }, 'dead')
      .restore(exported(lines))
      .then(() => false)
      .catch(() => true)
    client.destroy()
    await operatorOf(table).restore(exported(lines))
    expect([await contentsOf(table), await linesOf(table)]).toEqual([whole, lines])
  }
})
