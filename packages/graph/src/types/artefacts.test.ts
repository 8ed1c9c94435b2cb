import type { Artefact, Artefacts } from '@daily-papers/papers/artefact.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startGraph, type TestGraph } from '../testing/graph.ts'
import { fullId, readings, weekend } from '../testing/week.ts'

const READ_AT = '2024-05-11T04:07:00.000Z'
const artefact = (id: string, likes: number | null, more: Partial<Artefact> = {}): Artefact => ({
  id,
  likes,
  downloads: null,
  task: null,
  parameters: null,
  ...more,
})
const large = artefact('lab/large', 12, { downloads: 3e9, task: 'text-generation', parameters: 7e9 })
const linked: Artefacts = {
  paperId: fullId,
  readAt: READ_AT,
  totals: { models: 14, datasets: 1, spaces: 0 },
  top: { models: [large, artefact('ada/small', null)], datasets: [artefact('lab/data', 3)], spaces: [] },
}
const withoutAny: Artefacts = {
  paperId: '2405.00001',
  readAt: READ_AT,
  totals: { models: 0, datasets: 0, spaces: 0 },
  top: { models: [], datasets: [], spaces: [] },
}

let graph: TestGraph
beforeAll(async () => {
  graph = await startGraph(readings, weekend)
  await graph.link([linked, withoutAny])
})
afterAll(() => graph.close())

const totals = 'models { totalCount } datasets { totalCount } spaces { totalCount }'

test('a paper shows its totals, and the models, datasets and Spaces with most likes', async () => {
  const { data, errors, requests } = await graph.ask(`{ paper(ref: "${fullId}") {
    models { totalCount readAt top { id url likes downloads task parameters } }
    datasets { totalCount top { id url likes downloads } }
    spaces { totalCount readAt top { id url likes } }
  } }`)
  expect(errors).toEqual([])
  expect(data.paper).toEqual({
    models: {
      totalCount: 14,
      readAt: READ_AT,
      top: [
        { ...large, url: 'https://huggingface.co/lab/large' },
        { ...artefact('ada/small', null), url: 'https://huggingface.co/ada/small' },
      ],
    },
    datasets: {
      totalCount: 1,
      top: [{ id: 'lab/data', url: 'https://huggingface.co/datasets/lab/data', likes: 3, downloads: null }],
    },
    spaces: { totalCount: 0, readAt: READ_AT, top: [] },
  })
  // One for the paper, one for its three lists.
  expect(requests).toEqual(['BatchGetItem', 'BatchGetItem'])
})

test('a total is 0 where a reading found nothing, and unknown where there was no reading', async () => {
  const { data } = await graph.ask(`{ papersByRef(refs: ["2405.00001", "2405.00002"]) { ${totals} } }`)
  const zero = { totalCount: 0 }
  expect(data.papersByRef).toEqual([
    { models: zero, datasets: zero, spaces: zero },
    { models: null, datasets: null, spaces: null },
  ])
})

test.each([
  ['a page of papers', '{ papers(orderBy: { field: UPVOTES }, first: 20) { nodes { title FIELDS } } }'],
  ['a day', '{ day(date: "2024-05-06") { papers(first: 20) { nodes { title FIELDS } } } }'],
  ['an author', '{ author(ref: "Only Here") { papers(first: 20) { nodes { title FIELDS } } } }'],
])('%s with totals makes no request more than without', async (_, query) => {
  const without = await graph.ask(query.replace('FIELDS', ''))
  const withTotals = await graph.ask(query.replace('FIELDS', totals))
  expect(withTotals.errors).toEqual([])
  expect(JSON.stringify(withTotals.data)).toContain('"models":{"totalCount":14}')
  expect(withTotals.requests).toEqual(without.requests)
})

test('papers are found by what links them, and counted', async () => {
  const { data, errors } = await graph.ask(`{
    linked: papers(filter: { hasModels: true, hasDatasets: true }, orderBy: { field: UPVOTES }) { nodes { paperId ${totals} } }
    none: papers(filter: { hasModels: false }, orderBy: { field: UPVOTES }) { nodes { paperId } }
    stats { withModels withDatasets withSpaces }
  }`)
  expect(errors).toEqual([])
  expect(data).toEqual({
    linked: {
      nodes: [
        {
          paperId: fullId,
          models: { totalCount: 14 },
          datasets: { totalCount: 1 },
          spaces: { totalCount: 0 },
        },
      ],
    },
    none: { nodes: [{ paperId: '2405.00001' }] },
    stats: { withModels: 1, withDatasets: 1, withSpaces: 0 },
  })
})
