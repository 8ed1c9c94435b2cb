import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { createQuestions } from '../../read/create-questions.ts'
import { CHANGES } from '../../table/keys.ts'
import { queryAll } from '../../table/requests.ts'
import type { Table } from '../../table/table.ts'
import { startEngine, type TestEngine } from '../../testing/engine.ts'
import { at, ID, permutationsOf, read, storeAfter } from '../../testing/orders.ts'
import { readEntry, reading } from '../../testing/readings.ts'
import { createWriter } from '../writer.ts'

let engine: TestEngine
let table: Table
beforeAll(async () => {
  engine = await startEngine()
})
afterAll(() => engine.close())
beforeEach(async () => {
  table = await engine.table()
})

it.each([
  ['it is gone in the end', [read(9, 1), read(10, 2), read(11, 3), read(13, null)], 3],
  ['it was gone between', [read(9, 1), read(10, null), read(11, 2)], 2],
])(
  'the newest reading that has a paper counts when %s, in whatever order the runs come',
  async (_, readings, upvotes) => {
    for (const order of permutationsOf(readings)) {
      const store = await storeAfter(engine, order)
      const hours = order.map(({ readAt }) => readAt.slice(11, 13)).join()
      expect([hours, await store.papers([ID])]).toMatchObject([hours, [{ upvotes }]])
    }
  },
)

it.each([
  ['90 days old makes change events', '2024-08-04T09:00:00.000Z', 2],
  ['91 days old is history and makes none', '2024-08-05T09:00:00.000Z', 0],
])('a day that is %s', async (_, readAt, events) => {
  const writer = createWriter(table.client, table.name, { owner: 'test' })
  await writer.putDays([{ ...read(9, 1), readAt }])
  const asked = { after: null, since: null, kinds: null, size: 50, now: Date.parse(readAt) }
  expect((await createQuestions(table.client, table.name).changes(asked)).rows).toHaveLength(events)
})

it('a step has the time of its newest reading, in whatever order its days come', async () => {
  const writer = createWriter(table.client, table.name, { owner: 'test' })
  const on = (other: string, readAt: string) =>
    reading(other, readAt, readEntry(`24${other.slice(5, 7)}.00009`, other))
  await writer.putDays([on('2024-05-07', at(9)), on('2024-04-08', at(11)), on('2024-03-05', at(10))])
  const steps = await queryAll<{ sk: string }>(table, { partition: CHANGES })
  expect(steps.map(({ sk }) => sk)).toEqual([at(11)])
})
