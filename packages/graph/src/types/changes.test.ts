import { readEntry, reading } from '@daily-papers/store/testing/readings.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startGraph, type TestGraph } from '../testing/graph.ts'

let graph: TestGraph
const day = '2024-05-06'
const at = (hour: string) => `2024-05-06T${hour}:00:00.000Z`
const seen = (hour: string, upvotes: number, title: string) =>
  reading(day, at(hour), readEntry('2405.00001', day, { counters: { upvotes }, description: { title } }))

beforeAll(async () => {
  graph = await startGraph([seen('09', 3, 'One')], at('12'), [
    [seen('10', 11, 'One')],
    [seen('11', 11, 'Two')],
  ])
})
afterAll(() => graph.close())

interface Changes {
  changes: {
    nodes: object[]
    edges: { cursor: string }[]
    pageInfo: { endCursor: string; hasNextPage: boolean }
  }
}
const ask = (args: string, fields: string) => graph.ask<Changes>(`{ changes${args} { ${fields} } }`)
const all = 'nodes { kind } edges { cursor } pageInfo { hasNextPage endCursor }'

it('lists events, oldest first, with the fields of their kind', async () => {
  const { data, errors, requests } = await ask(
    '',
    'nodes { key kind at day threshold parts paperId paper { title } }',
  )
  const paper = { paperId: '2405.00001', paper: { title: 'Two' } }
  expect(errors).toEqual([])
  expect(data.changes.nodes).toEqual([
    {
      ...paper,
      key: `featured/2405.00001/${day}`,
      kind: 'FEATURED',
      at: at('09'),
      day,
      threshold: null,
      parts: [],
    },
    {
      ...paper,
      key: 'upvotesPassed/2405.00001/10',
      kind: 'UPVOTES_PASSED',
      at: at('10'),
      day: null,
      threshold: 10,
      parts: [],
    },
    {
      ...paper,
      key: `metadataChanged/2405.00001/${at('11')}`,
      kind: 'METADATA_CHANGED',
      at: at('11'),
      day: null,
      threshold: null,
      parts: ['TITLE'],
    },
  ])
  expect(requests).toEqual(['Query', 'BatchGetItem'])
})

it('goes on from the end of the last page, and from the end of an empty one', async () => {
  const first = await ask('(first: 2)', all)
  expect(first.data.changes.pageInfo.hasNextPage).toBe(true)
  const second = await ask(`(after: "${first.data.changes.pageInfo.endCursor}")`, all)
  expect(second.data.changes.nodes).toEqual([{ kind: 'METADATA_CHANGED' }])
  const { endCursor } = second.data.changes.pageInfo
  const third = await ask(`(after: "${endCursor}")`, all)
  expect(third.data.changes).toEqual({ nodes: [], edges: [], pageInfo: { hasNextPage: false, endCursor } })
  expect(third.requests).toEqual(['Query'])
})

it('has a cursor at the end of the list even if no change has the kinds asked for', async () => {
  const { data } = await ask('(filter: { kinds: [CODE_ADDED] })', all)
  expect(data.changes.nodes).toEqual([])
  const rest = await ask(`(after: "${data.changes.pageInfo.endCursor}")`, all)
  expect(rest.data.changes.nodes).toEqual([])
})

it('refuses a cursor that was not used for 90 days, and a made-up one', async () => {
  const later = await startGraph([], '2024-08-20T00:00:00.000Z')
  const { data } = await ask('', all)
  const expired = await later.ask(
    `{ changes(after: "${data.changes.pageInfo.endCursor}") { nodes { key } } }`,
  )
  expect(expired.errors).toMatchObject([{ code: 'CURSOR_EXPIRED' }])
  await later.close()
  const forged = Buffer.from(
    Buffer.from(data.changes.pageInfo.endCursor, 'base64url').toString().slice(0, -3),
  )
  const { errors } = await ask(`(after: "${forged.toString('base64url')}")`, all)
  expect(errors).toMatchObject([
    { code: 'BAD_USER_INPUT', message: expect.stringContaining('damaged cursor') },
  ])
})

it('begins at an instant, which excludes a cursor', async () => {
  const since = await ask(`(since: "${at('11')}")`, all)
  expect(since.data.changes.nodes).toEqual([{ kind: 'METADATA_CHANGED' }])
  const { errors } = await ask(`(since: "${at('11')}", after: "x")`, all)
  expect(errors).toMatchObject([{ code: 'BAD_USER_INPUT' }])
})

it('is reversed, filtered by the current papers, and counted', async () => {
  const keys = async (args: string) =>
    (await graph.ask<Changes>(`{ changes(${args}) { nodes { key } } }`)).data.changes.nodes
  const forward = await keys('first: 100')
  expect(await keys('direction: DESC')).toEqual(forward.toReversed())
  for (const filter of ['keywords: ["Sampling"]', 'authors: ["ADA EXAMPLE"]', 'minUpvotes: 11'])
    expect(await keys(`filter: { ${filter} }`)).toEqual(forward)
  for (const filter of ['keywords: ["x"]', 'organizations: ["lab"]', 'minUpvotes: 12', 'kinds: []'])
    expect(await keys(`filter: { ${filter} }`)).toEqual([])

  const count = async (args: string) =>
    (await graph.ask(`{ changes(first: 0, ${args}) { changeCount paperCount } }`)).data.changes
  const { data } = await ask('(first: 2)', all)
  expect(await count(`since: "${at('10')}"`)).toEqual({ changeCount: 2, paperCount: 1 })
  expect(await count(`after: "${data.changes.pageInfo.endCursor}"`)).toEqual({
    changeCount: 1,
    paperCount: 1,
  })
  expect(await count('direction: DESC, filter: { minUpvotes: 12 }')).toEqual({
    changeCount: 0,
    paperCount: 0,
  })
})

it('goes back in time from a cursor of the newest', async () => {
  const { data } = await ask('(direction: DESC, first: 1)', all)
  expect(data.changes.nodes).toEqual([{ kind: 'METADATA_CHANGED' }])
  const older = await ask(`(direction: DESC, after: "${data.changes.pageInfo.endCursor}", first: 1)`, all)
  expect(older.data.changes.nodes).toEqual([{ kind: 'UPVOTES_PASSED' }])
  const wrong = await ask(`(after: "${data.changes.pageInfo.endCursor}")`, all)
  expect(wrong.errors).toMatchObject([{ code: 'BAD_USER_INPUT' }])
})
