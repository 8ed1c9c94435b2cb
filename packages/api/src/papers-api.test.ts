import { setTimeout as sleep } from 'node:timers/promises'
import { readings, weekend } from '@daily-papers/graph/testing/week.ts'
import { createQuestions } from '@daily-papers/store/create-questions.ts'
import { countRequests } from '@daily-papers/store/testing/counting.ts'
import { startEngine } from '@daily-papers/store/testing/engine.ts'
import { createWriter } from '@daily-papers/store/writer.ts'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createPapersApi } from './papers-api.ts'
import { ask as askOf, codeOf, get } from './testing/request.ts'

const engine = await startEngine()
const table = await engine.table()
const store = createQuestions(table.client, table.name)
const now = () => Date.parse(weekend)
beforeAll(() => createWriter(table.client, table.name, { owner: 'test' }).putDays(readings))
afterAll(() => engine.close())

const unitsOf = async (query: string): Promise<number | null> => {
  const { headers } = await createPapersApi({ store, now }).handle(get(query))
  const [, units] = /^read-units;desc="([\d.]+)"$/.exec(headers['server-timing'] ?? '') ?? []
  return units === undefined ? null : Number(units)
}

test('Server-Timing has the read units of a response', async () => {
  const one = await unitsOf('{ paper(ref: "2405.00001") { title } }')
  expect(one).toBe(0.5)
  expect(await unitsOf('{ papersByRef(refs: ["2405.00001", "2405.00002"]) { title } }')).toBe(1)
  expect(await unitsOf('{ papers { totalCount nodes { title } } }')).toBeGreaterThan(1)
  expect(await unitsOf('{ __typename }')).toBeNull()
})

test('a query that is out of time reads no more', async () => {
  const counted = countRequests(table.client)
  const [begun, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  table.client.middlewareStack.add(
    next => async args => {
      begun.resolve()
      await gate.promise
      return next(args)
    },
    { step: 'build', name: 'gate' },
  )
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  const api = createPapersApi({ store, now, log: () => undefined, timeoutMs: 50 })
  const answering = askOf(get('{ author(ref: "Ada Example") { papers(first: 5) { nodes { id } } } }'), {
    api,
  })
  await begun.promise
  vi.advanceTimersByTime(50)
  vi.useRealTimers()
  const answer = await answering
  expect([answer.status, codeOf(answer)]).toEqual([504, 'TIMEOUT'])
  expect(counted.take()).toEqual(['BatchGetItem'])
  gate.resolve()
  await sleep(100)
  expect(counted.take()).toEqual([])
})
