import { readEntry, reading } from '@daily-papers/store/testing/readings.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startGraph, type TestGraph } from '../testing/graph.ts'

/** Lists are walked page by page while runs of the ingest go on between the pages. */

const days = ['2024-05-06', '2024-05-07']
const idOf = (n: number) => `2405.${String(n).padStart(5, '0')}`
/** Two days of papers; each paper's number tells its day, its arXiv date and, at first, its votes. */
const readingsOf = (papers: readonly number[], hour: number, votes: (n: number) => number) =>
  days.map((day, d) =>
    reading(
      day,
      new Date(Date.UTC(2024, 4, 8, hour)).toISOString(),
      ...papers
        .filter(n => n % 2 === d)
        .map(n =>
          readEntry(idOf(n), day, {
            description: { publishedAt: new Date(Date.UTC(2024, 3, 1, n)).toISOString() },
            counters: { upvotes: votes(n) },
          }),
        ),
    ),
  )

const first = Array.from({ length: 14 }, (_, i) => 10 * (i + 1) + (i % 2))
let graph: TestGraph
beforeEach(async () => {
  graph = await startGraph(
    readingsOf(first, 0, n => n),
    '2024-05-09T09:00:00.000Z',
  )
})
afterEach(() => graph.close())

interface Answer {
  papers: {
    edges: { cursor: string; node: { paperId: string; upvotes: number } }[]
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean }
  }
}

/** Each page's papers, in the order they came; `between` is called after each page with what it showed. */
async function walk(order: string, backward: boolean, between: (page: number) => Promise<unknown>) {
  const pages: { paperId: string; upvotes: number }[][] = []
  for (let cursor: string | undefined; ; ) {
    const at = cursor === undefined ? '' : `${backward ? 'before' : 'after'}: "${cursor}"`
    const page = `${backward ? 'last' : 'first'}: 3 ${at}`
    const { data, errors } = await graph.ask<Answer>(
      `{ papers(${page} orderBy: { field: ${order} }) { edges { cursor node { paperId upvotes } } pageInfo { hasNextPage hasPreviousPage } } }`,
    )
    expect(errors).toEqual([])
    const { edges, pageInfo } = data.papers
    const nodes = edges.map(({ node }) => node)
    pages.push(backward ? nodes.toReversed() : nodes)
    if (!(backward ? pageInfo.hasPreviousPage : pageInfo.hasNextPage)) return pages.flat()
    cursor = edges.at(backward ? 0 : -1)?.cursor
    await between(pages.length)
  }
}

describe.each([
  ['forward', false],
  ['backward', true],
])('walked %s', (_, backward) => {
  test.each(['FEATURED_ON', 'PUBLISHED_AT'])(
    'by %s, papers that arrive and votes that move shift no page: every paper is seen once',
    async order => {
      const papers = [...first]
      const seen = await walk(order, backward, page => {
        papers.push(3 + page, 200 + page)
        return graph.put(readingsOf(papers, page, n => n + 100 * page))
      })
      const old = seen.map(({ paperId }) => paperId).filter(id => first.map(idOf).includes(id))
      expect(old.toSorted()).toEqual(first.map(idOf))
      expect(new Set(seen.map(({ paperId }) => paperId)).size).toBe(seen.length)
    },
  )

  test('by UPVOTES, papers whose votes stay are seen once, and nothing is out of order', async () => {
    const moving = new Set([20, 61, 101, 140])
    const seen = await walk('UPVOTES', backward, page =>
      graph.put(readingsOf(first, page, n => (moving.has(n) ? (n * 37 * page) % 150 : n))),
    )
    const votes = seen.map(({ upvotes }) => upvotes)
    expect(votes).toEqual(votes.toSorted((a, b) => (backward ? a - b : b - a)))
    const still = first.filter(n => !moving.has(n)).map(idOf)
    const old = seen.map(({ paperId }) => paperId).filter(id => still.includes(id))
    expect(old.toSorted()).toEqual(still)
  })
})
