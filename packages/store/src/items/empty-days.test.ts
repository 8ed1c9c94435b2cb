import { afterAll, beforeAll, expect, it } from 'vitest'
import { createCorpus } from '../read/corpus.ts'
import { startEngine, type TestEngine } from '../testing/engine.ts'
import { runOf } from '../testing/readings.ts'
import { createWriter } from '../write/writer.ts'
import type { Run } from './runs.ts'

let engine: TestEngine
beforeAll(async () => {
  engine = await startEngine()
})
afterAll(() => engine.close())

const CHRISTMAS = '2024-12-25'
const SUNDAY = '2024-12-22'

it.each([
  ['a day after its end is noted', '2024-12-27T00:00:00.000Z', [CHRISTMAS]],
  ['sooner may fill yet', '2024-12-26T23:00:00.000Z', []],
])('a weekday that is read without papers %s', async (_, startedAt, noted) => {
  const { client, name } = await engine.table()
  const writer = createWriter(client, name, { owner: 'test' })
  const run: Run = { ...runOf(), startedAt, finishedAt: startedAt, empty: [SUNDAY, CHRISTMAS] }
  await writer.putRun(run)
  await writer.putRun(run)
  expect(await createCorpus(client, name).emptyDays()).toEqual(noted)
})
