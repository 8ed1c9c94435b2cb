import { COST_LIMIT, costOf, READS_LIMIT } from '@daily-papers/graph/cost/cost.ts'
import { encodeId } from '@daily-papers/graph/relay/ids.ts'
import { schema } from '@daily-papers/graph/schema.ts'
import { startGraph, type TestGraph } from '@daily-papers/graph/testing/graph.ts'
import { fullId, readings, weekend } from '@daily-papers/graph/testing/week.ts'
import { reading } from '@daily-papers/store/testing/readings.ts'
import { parse } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exampleValues } from './example-values.ts'
import { examples } from './examples.ts'

const friday = readings[4] ?? reading('', '')
/** Friday's papers, some hours later. */
const aVoteMore = reading(
  friday.day,
  '2024-05-11T20:00:00.000Z',
  ...friday.entries.map(({ entry, raw }) => {
    const { upvotes } = entry.counters
    return { raw, entry: { ...entry, counters: { ...entry.counters, upvotes: upvotes && upvotes + 1 } } }
  }),
)

let graph: TestGraph
beforeAll(async () => {
  graph = await startGraph(readings, weekend, [[aVoteMore]])
})
afterAll(() => graph.close())

/** The variables that each is asked with here, and the requests that it then makes. */
const asked: Record<string, { variables?: Record<string, unknown>; requests: number }> = {
  '01-latest-day': { requests: 4 },
  '02-best-of-week': { requests: 4 },
  '03-one-paper': { variables: { ref: fullId }, requests: 2 },
  '04-papers-by-author': { variables: { author: 'Ada Example' }, requests: 2 },
  '05-search': { variables: { text: 'method' }, requests: 2 },
  '06-reference-export': { variables: { refs: [fullId, '2405.00001'] }, requests: 1 },
  '07-browser-badge': { variables: { refs: [fullId, '2405.12345'] }, requests: 2 },
  '08-keyword-watch': { variables: { keyword: 'sampling' }, requests: 2 },
  '09-archive-calendar': { requests: 5 },
  '10-agent-shortlist': { requests: 3 },
  '11-new-since': { variables: { since: '2024-05-07' }, requests: 2 },
  '12-refetch': {
    variables: {
      ids: [encodeId('Paper', fullId), encodeId('Author', 'ada example'), encodeId('Day', '2024-05-06')],
    },
    requests: 1,
  },
  '13-changes': { requests: 2 },
  '14-lab-dashboard': { requests: 4 },
  '15-trends': { requests: 0 },
  '16-rising': { requests: 3 },
  '17-whole-day': { requests: 2 },
}

test('there is a row here for each example', () => {
  expect(examples.map(({ name }) => name)).toEqual(Object.keys(asked))
})

describe.each(examples)('$name', ({ name, query }) => {
  test('begins with its purpose', () => {
    expect(query).toMatch(/^# [A-Z][^:]+: .*\.\n/)
  })

  test('gets its data in the documented number of requests, within its cost', async () => {
    const { variables = {}, requests } = asked[name] ?? { requests: 0 }
    const answer = await graph.ask(query, variables)
    expect(answer.errors).toEqual([])
    expect(JSON.stringify(answer.data)).toMatch(/"(2405\.\d{5}|2024-05-\d\d)|@misc/)
    expect(answer.requests).toHaveLength(requests)
    const cost = costOf(schema, parse(query), null, variables)
    expect(cost?.reads).toBeGreaterThanOrEqual(requests)
    expect(cost?.reads).toBeLessThanOrEqual(READS_LIMIT)
    expect(cost?.cost).toBeLessThanOrEqual(COST_LIMIT)
  })

  test('finds something with the values that GraphiQL gives it', async () => {
    const { data, errors } = await graph.ask(query, { ...(await exampleValues(graph.store)) })
    expect(errors).toEqual([])
    expect(Object.values(data).flat()).not.toContain(null)
    expect(JSON.stringify(data)).not.toContain('"nodes":[]')
  })
})
