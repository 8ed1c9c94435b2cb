import { afterAll, beforeAll, expect, test } from 'vitest'
import { startGraph, type TestGraph } from '../testing/graph.ts'
import { fullId, readings, weekend } from '../testing/week.ts'

let graph: TestGraph
beforeAll(async () => {
  graph = await startGraph(readings, weekend)
})
afterAll(() => graph.close())

interface Papers {
  papers: {
    totalCount: number
    nodes: { paperId: string; upvotes: number | null }[]
    pageInfo: { endCursor: string }
  }
}
const list = (args: string) =>
  `{ papers(${args}) { totalCount nodes { paperId upvotes } pageInfo { endCursor } } }`

test.each([
  ['a keyword or another', 'keywords: ["Long-Context", "unheard of"]', 1],
  ['all of some keywords, each of which narrows', 'allKeywords: ["sampling", "long context", "SAMPLING"]', 1],
  ['an author in any spelling', 'authors: ["JOSE SAMPLE"]', 1],
  ['an author whose name is written with a tilde', 'authors: ["Jose~Sample"]', 1],
  ['an organization', 'organizations: ["LAB-1"]', 15],
  ['an organization by its full name', 'organizations: ["the LAB"]', 1],
  ['who submitted it on any of its days', 'submitters: ["bob"]', 1],
  ['words', 'text: "method everything"', 1],
  ['votes, unknown ones left out', 'minUpvotes: 4', 9],
  ['stars', 'minGithubStars: 42', 1],
  ['code', 'hasCode: true', 1],
  ['no project page', 'hasProjectPage: false', 45],
  ['a summary', 'hasAiSummary: true', 1],
  ['its day on arXiv', 'published: { days: { from: "2024-05-03", to: "2024-05-03" } }', 10],
  ['several at once', 'keywords: ["agents"], minUpvotes: 3, organizations: ["lab-0", "lab-1"]', null],
])('papers are found by %s', async (_, filter, count) => {
  const { data, errors } = await graph.ask<Papers>(list(`filter: { ${filter} }, first: 100`))
  expect(errors).toEqual([])
  expect(data.papers.nodes).toHaveLength(data.papers.totalCount)
  expect(data.papers.totalCount).toBeGreaterThan(0)
  if (count !== null) expect(data.papers.totalCount).toBe(count)
})

test('a list of the snapshot has the order and the cursors of the same list of the table', async () => {
  for (const order of ['FEATURED_ON', 'PUBLISHED_AT', 'UPVOTES', 'TRENDING']) {
    for (const direction of ['ASC', 'DESC']) {
      const by = `orderBy: { field: ${order}, direction: ${direction} }, first: 100`
      const table = await graph.ask<Papers>(list(by))
      const snapshot = await graph.ask<Papers>(list(`${by}, filter: { text: "about" }`))
      const wanted = table.data.papers.nodes.filter(({ paperId }) => paperId !== fullId)
      expect(snapshot.data.papers.nodes).toEqual(wanted)
    }
  }
})

test('a filter takes one read of its papers, and counts without any', async () => {
  await graph.ask('{ status { snapshotAt } }')
  const { requests } = await graph.ask(list('filter: { hasCode: false }'))
  expect(requests).toEqual(['BatchGetItem'])
  expect(
    (await graph.ask('{ papers(filter: { hasCode: false }, first: 0) { totalCount } }')).requests,
  ).toEqual([])
})

test('days in an order by votes are of any number', async () => {
  const { data } = await graph.ask<Papers>(
    list('filter: { featured: { days: { from: "2024-01-01" } } }, orderBy: { field: UPVOTES }, first: 3'),
  )
  expect(data.papers.totalCount).toBe(46)
  expect(data.papers.nodes[0]).toEqual({ paperId: fullId, upvotes: 11 })
})

test('statistics, timelines and trends count the papers', async () => {
  const { data, errors } = await graph.ask(`{
    status { snapshotAt }
    stats(filter: { organizations: ["lab-1"] }) {
      paperCount withCode upvotes { known sum mean median max }
      timeline(by: DAY) { from paperCount allPapers }
    }
    keyword(name: "long context") { timeline(by: MONTH) { from to paperCount atLeast missingDays } }
    organization(name: "lab") { timeline(by: WEEK) { from to paperCount } }
    keywordTrends(by: DAY, date: "2024-05-10", first: 2) { keyword { name } paperCount meanBefore change }
  }`)
  expect(errors).toEqual([])
  expect(data).toMatchObject({
    status: { snapshotAt: weekend },
    stats: {
      paperCount: 15,
      withCode: 0,
      timeline: [{ from: '2024-05-06', paperCount: 3, allPapers: 10 }, {}, {}, {}, {}],
    },
    // The first three weekdays of May are before what the table has.
    keyword: {
      timeline: [{ from: '2024-05-01', to: '2024-05-31', paperCount: null, atLeast: 1, missingDays: 3 }],
    },
    organization: { timeline: [{ from: '2024-05-06', to: '2024-05-12', paperCount: 1 }] },
  })
})

test('neighbours come with what they share', async () => {
  const { data, errors } = await graph.ask<Record<string, unknown>>(`{
    author(ref: "jose sample") { coauthors { author { name } paperCount } }
    paper(ref: "${fullId}") { similar(first: 1) { paper { paperId } sharedKeywords { name } sharedAuthors { name } score } }
  }`)
  expect(errors).toEqual([])
  expect(data).toMatchObject({
    author: {
      coauthors: [
        { author: { name: 'Ada Example' }, paperCount: 1 },
        { author: { name: 'Only Here' }, paperCount: 1 },
      ],
    },
    paper: {
      similar: [{ sharedKeywords: [{ name: 'sampling' }], sharedAuthors: [{ name: 'Ada Example' }] }],
    },
  })
})

test.each([
  ['keywordTrends(by: MONTH, date: "0000-01-05") { change }', 'keywordTrends', []],
  ['keywordTrends(by: WEEK, date: "9999-12-31") { change }', 'keywordTrends', []],
  [
    'papers(filter: { keywords: [""], authors: ["~"], organizations: [], text: "" }) { totalCount }',
    'papers',
    { totalCount: 0 },
  ],
  [
    'stats(filter: { text: "nothing at all" }) { paperCount upvotes { known sum mean median max } }',
    'stats',
    { paperCount: 0, upvotes: { known: 0, sum: 0, mean: null, median: null, max: null } },
  ],
])('%s is an answer', async (query, field, expected) => {
  const { data, errors } = await graph.ask<Record<string, unknown>>(`{ ${query} }`)
  expect(errors).toEqual([])
  expect(data[field]).toEqual(expected)
})

test('too many values or points are refused with what to do', async () => {
  const many = await graph.ask(
    `{ stats(filter: { keywords: ${JSON.stringify(Array(101).fill('a'))} }) { paperCount } }`,
  )
  expect(many.errors[0]?.message).toContain('write at most 100')
  const first = await graph.ask('{ keywordTrends(first: 101) { paperCount } }')
  expect(first.errors).toMatchObject([{ code: 'BAD_USER_INPUT', path: ['keywordTrends'] }])
})

test('only names in a filter that no paper has are in extensions.unmatched', async () => {
  const { unmatched } = await graph.ask(
    '{ papers(filter: { keywords: ["agents", "agnets"], organizations: ["The Lab"], authors: ["nobody", "ada example"] }) { totalCount } stats(filter: { keywords: ["agnets"] }) { paperCount } }',
  )
  expect(unmatched).toEqual([
    { field: 'keywords', value: 'agnets' },
    { field: 'authors', value: 'nobody' },
  ])
})

test('papers are ordered by stars and by comments, unknown ones last', async () => {
  for (const [order, field] of [
    ['GITHUB_STARS', 'githubStars'],
    ['COMMENTS', 'comments'],
  ] as const) {
    const fields = 'nodes { paperId comments code { stars } }'
    const { data } = await graph.ask<{ all: { nodes: Counted[] }; day: { papers: { nodes: Counted[] } } }>(
      `{ all: papers(orderBy: { field: ${order} }, first: 100) { ${fields} } day(date: "2024-05-06") { papers(orderBy: { field: ${order} }) { ${fields} } } }`,
    )
    for (const nodes of [data.all.nodes, data.day.papers.nodes]) {
      const counts = nodes.map(
        ({ comments, code }) => (field === 'comments' ? comments : (code?.stars ?? null)) ?? -1,
      )
      expect(nodes.length).toBeGreaterThan(5)
      expect(counts).toEqual(counts.toSorted((a, b) => b - a))
    }
  }
})
interface Counted {
  paperId: string
  comments: number | null
  code: { stars: number | null } | null
}
