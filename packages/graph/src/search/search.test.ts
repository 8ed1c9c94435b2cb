import { account, printed, readEntry, reading } from '@daily-papers/store/testing/readings.ts'
import { parse } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COST_LIMIT, costOf } from '../cost/cost.ts'
import { schema } from '../schema.ts'
import { startGraph, type TestGraph } from '../testing/graph.ts'

const DAY = '2024-05-06'
const paper = (
  n: number,
  title: string,
  abstract: string,
  more: {
    authors?: string[]
    keywords?: string[]
    organization?: string
    upvotes?: number | null
    code?: boolean
  } = {},
) =>
  readEntry(`2405.0000${n}`, DAY, {
    description: {
      title,
      abstract,
      authors: (more.authors ?? ['Ada Example']).map(printed),
      keywords: more.keywords ?? [],
      organization: more.organization ? { name: more.organization, fullName: null, avatar: null } : null,
      code: more.code ? { url: 'https://github.com/a/b', addedBy: null } : null,
    },
    featuring: { submitter: account('sam') },
    counters: { upvotes: more.upvotes === undefined ? n : more.upvotes },
  })

const readings = [
  reading(
    DAY,
    `${DAY}T20:00:00.000Z`,
    paper(1, 'Prompts', 'A task-agnostic method, and diffusion for all.', {
      keywords: ['llm', 'agents'],
      organization: 'lab',
    }),
    paper(2, 'Task-Agnostic Distillation', 'Short.', {
      authors: ['Baptiste Rozière'],
      keywords: ['llm'],
      code: true,
    }),
    paper(3, 'Agnostic of every task', 'The order is another.', { upvotes: null }),
    paper(4, 'Diffusions', 'Something task agnostic again. Pretraining.', {
      authors: ['Baptiste Roziere', 'Łukasz Ø'],
    }),
  ),
]

let graph: TestGraph
beforeAll(async () => {
  graph = await startGraph(readings, `${DAY}T21:00:00.000Z`)
})
afterAll(() => graph.close())

interface Found {
  search: {
    totalCount: number
    hasAllWords: boolean
    edges: { hasAllWords: boolean; reason: string; node: { paperId?: string; name?: string } }[]
  }
}

/** Results with all words, which come first. */

async function found(args: string): Promise<string[]> {
  const { data, errors } = await graph.ask<Found>(
    `{ search(${args}) { totalCount hasAllWords edges { hasAllWords reason node { ... on Paper { paperId } ... on Author { name } ... on Keyword { name } ... on Organization { name } } } } }`,
  )
  expect(errors).toEqual([])
  const { totalCount, hasAllWords, edges } = data.search
  expect(hasAllWords).toBe(totalCount > 0)
  expect(edges.map(edge => edge.hasAllWords)).toEqual(edges.map((_, i) => i < totalCount))
  return edges.slice(0, totalCount).map(({ node }) => node.paperId?.slice(-1) ?? node.name ?? '')
}

test.each([
  ['a hyphen and a blank alike, titles first', 'query: "task-agnostic"', ['2', '4', '1']],
  ['a phrase in quotes as it stands', 'query: "\\"agnostic of every\\""', ['3']],
  ['words without their accents', 'query: "roziere"', ['2', '4']],
  ['words with accents that are not printed', 'query: "Lukasz Rozière"', ['4']],
  ['the beginnings of words, whole words first', 'query: "diffus"', ['4', '1']],
  ['two words that are printed as one', 'query: "pre-training"', ['4']],
  ['authors under every spelling at once', 'query: "baptiste rozière", in: AUTHORS', ['Baptiste Rozière']],
  ['keywords', 'query: "agent", in: KEYWORDS', ['agents']],
  ['organizations', 'query: "LAB", in: ORGANIZATIONS', ['lab']],
  ['only what the filter lets through', 'query: "task-agnostic", filter: { hasCode: true }', ['2']],
  ['nothing for nothing', 'query: "  ?! "', []],
])('finds %s', async (_, args, expected) => {
  expect(await found(args)).toEqual(expected)
})

test('marks the matched words', async () => {
  const { data } = await graph.ask<{
    search: {
      edges: { highlights: { field: string; text: string; ranges: { start: number; end: number }[] }[] }[]
    }
  }>(
    '{ search(query: "rozière task-agnostic") { edges { highlights { field text ranges { start end } } } } }',
  )
  const marked = data.search.edges[0]?.highlights.map(({ field, text, ranges }) => [
    field,
    ...ranges.map(({ start, end }) => text.slice(start, end)),
  ])
  expect(marked).toEqual([
    ['TITLE', 'Task-Agnostic'],
    ['AUTHOR', 'Rozière'],
  ])
})

test('does not mark words that any text has', async () => {
  const { data } = await graph.ask<{
    search: { edges: { highlights: { text: string; ranges: { start: number; end: number }[] }[] }[] }
  }>(
    '{ search(query: "a diffusion for all") { edges { highlights(fields: [ABSTRACT]) { text ranges { start end } } } } }',
  )
  const [found] = data.search.edges[0]?.highlights ?? []
  expect(found?.ranges.map(({ start, end }) => found.text.slice(start, end))).toEqual(['diffusion', 'all'])
})

test('lists results with any of the words when nothing has all of them, and says so', async () => {
  const { data } = await graph.ask<Found>(
    '{ search(query: "distillation unheardof") { totalCount hasAllWords edges { hasAllWords reason node { ... on Paper { paperId } } } } }',
  )
  const { edges, ...search } = data.search
  expect(search).toEqual({ totalCount: 0, hasAllWords: false })
  expect(edges[0]).toMatchObject({ hasAllWords: false, node: { paperId: '2405.00002' } })
})

test('counts keywords, organizations and years over all that was found', async () => {
  const { data } = await graph.ask(
    '{ search(query: "task", first: 1) { totalCount facets { keywords { keyword { name } paperCount } organizations { organization { name } paperCount } years { year paperCount } } } }',
  )
  expect(data.search).toEqual({
    totalCount: 4,
    facets: {
      keywords: [
        { keyword: { name: 'llm' }, paperCount: 2 },
        { keyword: { name: 'agents' }, paperCount: 1 },
      ],
      organizations: [{ organization: { name: 'lab' }, paperCount: 1 }],
      years: [{ year: 2024, paperCount: 4 }],
    },
  })
})

test('pages forward and backward through one order', async () => {
  const walk = async (size: string, cursor: string, next: string) => {
    const ids: string[] = []
    let at = ''
    do {
      const { data } = await graph.ask<{
        search: { pageInfo: Record<string, string | boolean | null>; nodes: { paperId: string }[] }
      }>(
        `{ search(query: "task", ${size}: 1${at && `, ${cursor}: "${at}"`}) { pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nodes { ... on Paper { paperId } } } }`,
      )
      ids.push(...data.search.nodes.map(({ paperId }) => paperId))
      const { pageInfo } = data.search
      at = pageInfo[next] === true ? String(pageInfo[cursor === 'after' ? 'endCursor' : 'startCursor']) : ''
    } while (at)
    return ids
  }
  const forward = await walk('first', 'after', 'hasNextPage')
  expect(new Set(forward).size).toBe(4)
  expect(await walk('last', 'before', 'hasPreviousPage')).toEqual(forward.toReversed())
})

describe('any text is a query', () => {
  const texts = [
    '"',
    '""',
    "'",
    'a"b"c"',
    'AND',
    'OR NOT NEAR',
    'NEAR(a b, 3)',
    '{title} : x',
    'title:x',
    '*',
    '^a',
    '-',
    '+',
    '(',
    ')',
    'a*',
    '\u0000',
    'a\u0000b',
    '\ud800',
    '🎉',
    'שלום עולם',
    '‮abc',
    '½',
    "'; DROP TABLE paper; --",
    '%_',
    '\\',
    'ﷺ',
    'İstanbul',
    'x'.repeat(10_000),
    'a '.repeat(5_000),
    '"'.repeat(10_000),
    'é'.repeat(5_000),
    'a-'.repeat(5_000),
  ]
  test.each(texts)('%j', async query => {
    for (const where of ['PAPERS', 'AUTHORS', 'KEYWORDS', 'ORGANIZATIONS']) {
      const { data, errors } = await graph.ask<Found>(
        `query ($query: String!) { search(query: $query, in: ${where}) { totalCount edges { highlights { text } } } }`,
        { query },
      )
      expect(errors).toEqual([])
      expect(data.search.totalCount).toBeGreaterThanOrEqual(0)
    }
    const { errors } = await graph.ask(
      'query ($text: String) { papers(filter: { text: $text }) { totalCount } }',
      { text: query },
    )
    expect(errors).toEqual([])
  })
})

test('a filter goes with papers alone, and a made-up cursor is refused', async () => {
  const refused = await graph.ask(
    '{ search(query: "a", in: AUTHORS, filter: { hasCode: true }) { totalCount } }',
  )
  expect(refused.errors).toMatchObject([{ code: 'BAD_USER_INPUT', path: ['search'] }])
  const other = await graph.ask<{ papers: { pageInfo: { endCursor: string } } }>(
    '{ papers { pageInfo { endCursor } } }',
  )
  const cursor = await graph.ask(
    `{ search(query: "task", after: "${other.data.papers.pageInfo.endCursor}") { totalCount } }`,
  )
  expect(cursor.errors).toMatchObject([{ code: 'BAD_USER_INPUT' }])
})

test('a blank text with a filter finds what the list with that filter has', async () => {
  const { data, errors } = await graph.ask(
    '{ search(query: " ", filter: { hasCode: true }) { totalCount nodes { ... on Paper { paperId } } } papers(filter: { hasCode: true }) { totalCount nodes { paperId } } }',
  )
  expect(errors).toEqual([])
  const { search, papers } = data as Record<string, { totalCount: number; nodes: { paperId: string }[] }>
  expect(search?.totalCount).toBe(papers?.totalCount)
  expect(search?.nodes.map(({ paperId }) => paperId).sort()).toEqual(
    papers?.nodes.map(({ paperId }) => paperId).sort(),
  )
  expect(papers?.totalCount).toBeGreaterThan(0)
})

test('a query has room for some searches, not for sixty', () => {
  const searches = (n: number) =>
    costOf(
      schema,
      parse(
        `{ ${Array.from({ length: n }, (_, i) => `s${i}: search(query: "a", first: 0) { totalCount }`).join(' ')} }`,
      ),
    )
  expect(searches(10)?.cost).toBeLessThan(COST_LIMIT)
  expect(searches(60)?.cost).toBeGreaterThan(COST_LIMIT)
})
