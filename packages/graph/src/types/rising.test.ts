import { readEntry, reading } from '@daily-papers/store/testing/readings.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startGraph, type TestGraph } from '../testing/graph.ts'

let graph: TestGraph
const day = '2024-05-06'
const at = (hour: string) => `2024-05-06T${hour}:00:00.000Z`
const seen = (hour: string, upvotes: number, comments: number) =>
  reading(
    day,
    at(hour),
    readEntry('2405.00001', day, { counters: { upvotes, comments } }),
    readEntry('2405.00002', day, { counters: { upvotes: upvotes * 2, comments: 0 } }),
  )

beforeAll(async () => {
  graph = await startGraph([seen('09', 3, 0)], at('12'), [[seen('10', 3, 1)], [seen('11', 8, 1)]])
})
afterAll(() => graph.close())

const ask = (args: string, fields: string) =>
  graph.ask<{ rising: Record<string, unknown> }>(`{ rising(${args}) { ${fields} } }`)

it('ranks papers by their gain, and shows the two points of it', async () => {
  const { data, errors, requests } = await ask(
    'window: DAY',
    'totalCount nodes { gained from { at value } to { at value } paper { title upvotes } }',
  )
  expect(errors).toEqual([])
  expect(data.rising).toEqual({
    totalCount: 2,
    nodes: [
      {
        gained: 10,
        from: { at: at('09'), value: 6 },
        to: { at: at('11'), value: 16 },
        paper: { title: 'Paper 2405.00002', upvotes: 16 },
      },
      {
        gained: 5,
        from: { at: at('09'), value: 3 },
        to: { at: at('11'), value: 8 },
        paper: { title: 'Paper 2405.00001', upvotes: 8 },
      },
    ],
  })
  expect(requests).toEqual(['BatchGetItem', 'BatchGetItem'])
})

it('is one request, and one more for the papers shown', async () => {
  const { data, requests } = await ask('window: DAY', 'totalCount edges { cursor node { paperId gained } }')
  expect(data.rising).toMatchObject({ edges: [{ node: { paperId: '2405.00002', gained: 10 } }, {}] })
  expect(requests).toEqual(['BatchGetItem'])
})

it('goes by any metric, page by page', async () => {
  const { data } = await ask('window: WEEK, metric: COMMENTS', 'nodes { paperId gained }')
  expect(data.rising).toEqual({ nodes: [{ paperId: '2405.00001', gained: 1 }] })
  const first = await ask('window: WEEK, first: 1', 'pageInfo { endCursor hasNextPage }')
  const { endCursor } = first.data.rising.pageInfo as { endCursor: string }
  const second = await ask(`window: WEEK, first: 1, after: "${endCursor}"`, 'nodes { paperId }')
  expect(second.data.rising).toEqual({ nodes: [{ paperId: '2405.00001' }] })
  const elsewhere = await ask(`window: DAY, after: "${endCursor}"`, 'nodes { paperId }')
  expect(elsewhere.errors).toMatchObject([{ code: 'BAD_USER_INPUT' }])
})
