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

/** What each is asked here, where the default would find nothing; and the requests that it then makes, as docs/api.md says. */
const asked: Record<string, { variables?: Record<string, unknown>; requests: number }> = {
  '01-day-page': { requests: 4 },
  '02-week-best': { requests: 4 },
  '03-paper-page': { variables: { ref: fullId }, requests: 2 },
  '04-author-page': { variables: { author: 'Ada Example' }, requests: 2 },
  '05-lab-dashboard': { requests: 4 },
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
  '14-search': { variables: { text: 'method' }, requests: 2 },
  '15-trends': { requests: 0 },
  '16-rising': { requests: 3 },
  '17-whole-day': { requests: 2 },
}

test('there is an example here for each that GraphiQL opens with', () => {
  expect(examples.map(({ name }) => name)).toEqual(Object.keys(asked))
})

describe.each(examples)('$name', ({ name, query }) => {
  test('says first what it is for', () => {
    expect(query).toMatch(/^# [A-Z].*\.\n/)
  })

  test('is answered whole, in the number of requests that is documented and within what its cost foresees', async () => {
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

  test('finds something with the values that GraphiQL opens with', async () => {
    const { data, errors } = await graph.ask(query, { ...(await exampleValues(graph.store)) })
    expect(errors).toEqual([])
    expect(Object.values(data).flat()).not.toContain(null)
    expect(JSON.stringify(data)).not.toContain('"nodes":[]')
  })

  test('runs as it stands, whether or not what it names is there', async () => {
    expect((await graph.ask(query)).errors).toEqual([])
  })
})
