import { readEntry, reading } from '@daily-papers/store/testing/readings.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startGraph, type TestGraph } from '../testing/graph.ts'

let graph: TestGraph
const day = '2024-05-06'
const at = (hour: string) => `2024-05-06T${hour}:00:00.000Z`
const seen = (hour: string, upvotes: number, comments: number) =>
  reading(day, at(hour), readEntry('2405.00001', day, { counters: { upvotes, comments } }))

beforeAll(async () => {
  graph = await startGraph([seen('09', 3, 0)], at('12'), [[seen('10', 3, 1)], [seen('11', 8, 1)]])
})
afterAll(() => graph.close())

const ask = async (fields: string) =>
  await graph.ask<{ paper: Record<string, unknown> }>(`{ paper(ref: "2405.00001") { ${fields} } }`)

it('shows how a metric moved, a point where its own value did', async () => {
  const { data, errors } = await ask(
    'history { at value } comments: history(metric: COMMENTS, last: 1) { at value }',
  )
  expect(errors).toEqual([])
  expect(data.paper).toEqual({
    history: [
      { at: at('09'), value: 3 },
      { at: at('11'), value: 8 },
    ],
    comments: [{ at: at('10'), value: 1 }],
  })
})

it('has the value at an instant, and null before the first reading', async () => {
  const { data } = await ask(
    `before: metricAt(at: "${at('08')}") { value } since: metricAt(at: "2024-05-06T12:59:00+02:00") { at value }`,
  )
  expect(data.paper).toEqual({ before: null, since: { at: at('09'), value: 3 } })
})

it('reads the history once, however many fields ask for it', async () => {
  const { requests } = await ask('a: history { value } b: history(metric: GITHUB_STARS) { value }')
  expect(requests).toEqual(['BatchGetItem', 'BatchGetItem'])
})

it('refuses a number of points that it does not give', async () => {
  const { errors } = await ask('history(last: 0) { value }')
  expect(errors).toMatchObject([
    { code: 'BAD_USER_INPUT', message: '`last` is 0: write a number from 1 to 200.' },
  ])
})
