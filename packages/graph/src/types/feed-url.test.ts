import { afterAll, beforeAll, expect, test } from 'vitest'
import { startGraph, type TestGraph } from '../testing/graph.ts'
import { readings, weekend } from '../testing/week.ts'

let graph: TestGraph
beforeAll(async () => {
  graph = await startGraph(readings, weekend)
})
afterAll(() => graph.close())

const feeds = 'https://papers.example.org/feeds'

test.each([
  ['papers(first: 0)', 'papers', `${feeds}/latest.atom`],
  ['papers(first: 0, orderBy: { field: UPVOTES })', 'papers', null],
  ['papers(first: 0, filter: { featured: { lastDays: 7 } })', 'papers', null],
])('%s has the feed %s', async (list, field, url) => {
  const { data } = await graph.ask<Record<string, { feedUrl: string }>>(`{ ${list} { feedUrl } }`)
  expect(data[field]?.feedUrl).toBe(url)
})

test.each([
  ['day(date: "2024-05-06")', 'papers', `${feeds}/days/2024-05-06.atom`],
  ['author(ref: "ADA EXAMPLE")', 'papers', `${feeds}/authors/ada%20example.atom`],
  ['organization(name: "Lab")', 'papers', `${feeds}/organizations/lab.atom`],
  ['keyword(name: "long-context")', 'papers', `${feeds}/keywords/long%20context.atom`],
  ['hubUser(username: "ada")', 'papers', null],
  ['hubUser(username: "bob")', 'submissions', null],
])('the papers of %s have the feed of their subject', async (subject, list, url) => {
  const { data } = await graph.ask<{ of: Record<string, { feedUrl: string }> }>(
    `{ of: ${subject} { ${list}(first: 1) { feedUrl } } }`,
  )
  expect(data.of[list]?.feedUrl).toBe(url)
})

test('a feed has a format and a minimum of votes', async () => {
  const { data } = await graph.ask('{ papers(first: 0) { feedUrl(format: JSON, minUpvotes: 10) } }')
  expect(data).toEqual({ papers: { feedUrl: `${feeds}/latest.json?minUpvotes=10` } })
})

test.each([-1, 1_000_000])('%i votes are refused', async minUpvotes => {
  const { errors } = await graph.ask(`{ papers(first: 0) { feedUrl(minUpvotes: ${minUpvotes}) } }`)
  expect(errors).toMatchObject([{ code: 'BAD_USER_INPUT', message: expect.stringContaining('0 to 999999') }])
})
