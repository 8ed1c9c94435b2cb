import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { risingKey } from '../table/keys.ts'
import { queryAll } from '../table/requests.ts'
import type { Table } from '../table/table.ts'
import { startEngine, type TestEngine } from '../testing/engine.ts'
import { printed, readEntry, reading, runOf } from '../testing/readings.ts'
import { createWriter, type Writer } from './writer.ts'

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

interface Read {
  ConsistentRead?: boolean
  RequestItems?: Record<string, { ConsistentRead?: boolean }>
}

/** The reads of a client from now on: what each asks for, and whether it is consistent. */
function recordReads({ client, name }: Table): { command: string; isConsistent: boolean }[] {
  const reads: { command: string; isConsistent: boolean }[] = []
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      args => {
        const { ConsistentRead, RequestItems } = args.input as Read
        const isConsistent = (ConsistentRead ?? RequestItems?.[name]?.ConsistentRead) === true
        if (/Get|Query|Scan/.test(commandName)) reads.push({ command: commandName, isConsistent })
        return next(args)
      },
    { step: 'initialize', name: 'recording', override: true },
  )
  return reads
}

const day = '2024-05-06'
const entry = (upvotes: number, author = 'Ada Example') =>
  readEntry('2405.00001', day, { counters: { upvotes }, description: { authors: [printed(author)] } })
const at = (hour: string) => `2024-05-06T${hour}:00:00.000Z`

// An engine on one machine is always consistent, so no other test would notice.
it('a writer reads consistently what it plans its writes from', async () => {
  const reads = recordReads(table)
  await writer.putDays([reading(day, at('09'), entry(1))])
  await writer.putDays([reading(day, at('11'), entry(60), readEntry('2405.00002', day))])
  await writer.putDays([reading(day, at('10'), entry(2, 'ADA Example'))])
  await writer.putRun(runOf(reading(day, at('11'), entry(60))))
  const totals = { models: 1, datasets: 0, spaces: 0 }
  const top = { models: [], datasets: [], spaces: [] }
  await writer.putArtefacts([{ paperId: '2405.00001', readAt: at('12'), totals, top }])
  expect(new Set(reads.map(({ command }) => command))).toEqual(
    new Set(['BatchGetItemCommand', 'QueryCommand']),
  )
  expect(reads.filter(({ isConsistent }) => !isConsistent)).toEqual([])
})

it('a first reading is a baseline: nothing rises before a counter moves', async () => {
  const rising = () => queryAll(table, { partition: risingKey.pk })
  await writer.putDays([reading(day, at('09'), entry(1))])
  expect(await rising()).toEqual([])
  await writer.putDays([reading(day, at('10'), entry(2))])
  expect(await rising()).toHaveLength(1)
})
