import { createContext } from '@daily-papers/graph/context.ts'
import { inspectCost } from '@daily-papers/graph/cost/inspect-cost.ts'
import { schema } from '@daily-papers/graph/schema.ts'
import type { Questions } from '@daily-papers/store/questions.ts'
import { expect, test } from 'vitest'
import { createPipeline } from './pipeline.ts'

/** A store that counts what it is asked, and has nothing. */
function emptyStore() {
  let asked = 0
  const store: Questions = new Proxy({} as Questions, {
    get: (_, name) => {
      if (name === 'forRequest') return () => store
      return async () => {
        asked++
        return { rows: [], hasNextPage: false, hasPreviousPage: false, total: async () => 0 }
      }
    },
  })
  return { store, asked: () => asked }
}

async function ask(query: string, variables: Record<string, unknown> = {}) {
  const { store, asked } = emptyStore()
  const execute = createPipeline({
    schema,
    context: ({ extensions }) =>
      createContext({ store, now: () => 0, origin: 'https://papers.example.org', extensions }),
    inspect: inspectCost,
  })
  const result = await execute(
    { query, variables, operationName: null, extensions: null },
    {
      requestId: 'request-1',
      origin: 'https://papers.example.org',
      signal: new AbortController().signal,
      response: { maxAgeSeconds: null, serverTiming: null },
    },
  )
  return { ...JSON.parse(JSON.stringify(result)), asked: asked() }
}

test('a response has the cost of its query', async () => {
  const { data, extensions } = await ask('{ papers(first: 10) { nodes { title } } }')
  expect(data).toEqual({ papers: { nodes: [] } })
  expect(extensions).toEqual({ cost: { requested: 15, limit: 5_000, reads: 3, readsLimit: 50 } })
})

test('a query over the limit is refused before anything is read', async () => {
  const query = `query ($n: Int) { papers(first: $n) { nodes { authors(first: $n) { nodes { papers(first: $n) { nodes { id } } } } } } }`
  const { data, errors, asked } = await ask(query, { n: 100 })
  expect(data).toBeUndefined()
  expect(errors).toMatchObject([
    {
      message: expect.stringContaining('This query costs 1,052,105; the limit is 5,000.'),
      extensions: { code: 'COST_LIMIT_EXCEEDED', cost: { requested: 1_052_105, limit: 5_000 } },
    },
  ])
  expect(asked).toBe(0)
  expect((await ask(query, { n: 2 })).asked).toBe(1)
})

test('a query that reads too often is refused, however little it costs', async () => {
  const { errors, asked } = await ask(
    '{ authors(first: 50) { nodes { papers(first: 1, direction: ASC) { nodes { id } } } } }',
  )
  expect(errors[0].message).toContain('up to 102 reads; the limit is 50')
  expect(asked).toBe(0)
})

test('the default of a variable counts for the cost, whatever its name and the queries before', async () => {
  for (const name of ['n', 'constructor', 'toString']) {
    const query = `query ($${name}: Int = 100) { papers(first: $${name}) { nodes { title } } }`
    const costs: number[] = []
    for (const given of [{}, { [name]: null }, {}])
      costs.push((await ask(query, given)).extensions.cost.requested)
    expect(costs).toEqual([105, 25, 105])
  }
})
