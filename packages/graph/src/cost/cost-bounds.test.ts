import fc from 'fast-check'
import { parse } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { encodeId } from '../relay/ids.ts'
import { schema } from '../schema.ts'
import { anyQuery } from '../testing/any-query.ts'
import { startGraph, type TestGraph } from '../testing/graph.ts'
import { fullId, readings, week, weekend } from '../testing/week.ts'
import { costOf, refusalOf } from './cost.ts'

let graph: TestGraph
beforeAll(async () => {
  graph = await startGraph(readings, weekend)
})
afterAll(() => graph.close())

const known = {
  papers: [fullId, '2405.00001', '2405.00002', '2405.12345'],
  authors: ['Ada Example', 'José Sample', 'Writer 1', 'Nobody'],
  keywords: ['sampling', 'agents'],
  organizations: ['lab', 'lab-1'],
  accounts: ['ada', 'bob', 'submitter-1'],
  days: week,
  ids: [encodeId('Paper', fullId), encodeId('Author', 'ada example'), encodeId('Keyword', 'agents')],
}

test('no query makes more requests to the store than its cost foresees', async () => {
  let asked = 0
  await fc.assert(
    fc.asyncProperty(anyQuery(known, 6), async query => {
      const cost = costOf(schema, parse(query))
      if (!cost || refusalOf(cost)) return
      const { requests, errors } = await graph.ask(query)
      expect(errors.filter(({ code }) => code !== 'BAD_USER_INPUT')).toEqual([])
      expect(requests.length).toBeLessThanOrEqual(cost.reads)
      asked++
    }),
    { numRuns: 120 },
  )
  expect(asked).toBeGreaterThan(20)
})
