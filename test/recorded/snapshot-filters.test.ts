import { accountKey, authorKey, keywordKey, organizationKey } from '@daily-papers/papers/names.ts'
import { beforeAll, describe, expect, test } from 'vitest'
import { allPapers, hasWords, inOrder, type Order, type Recorded } from './days/all-papers.ts'
import { hasRecordedDays, needsRecordedDays } from './days/recorded.ts'
import { recordedGraph } from './table/recorded-graph.ts'

const FIRST = '0000-01-01'
const LAST = '9999-12-31'

interface Listed {
  papers: { nodes: { paperId: string }[]; pageInfo: Record<string, string | boolean> }
}

interface Case {
  filter: string
  holds: (paper: Recorded) => boolean
  from?: string
  to?: string
}

const some = (wanted: readonly string[], has: ReadonlySet<string | null>): boolean =>
  wanted.some(key => has.has(key))
const within = (day: string, from: string, to: string) => day >= from && day <= to
const votes = ({ latest }: Recorded) => latest.counters.upvotes ?? -1
const described = ({ latest }: Recorded) => latest.description

const cases: Case[] = [
  { filter: 'minUpvotes: 100', holds: paper => votes(paper) >= 100 },
  { filter: 'minGithubStars: 500', holds: ({ latest }) => (latest.counters.githubStars ?? -1) >= 500 },
  {
    filter: 'hasCode: true, hasProjectPage: false',
    holds: paper => described(paper).code !== null && described(paper).projectPage === null,
  },
  {
    filter: 'hasAiSummary: true, minUpvotes: 50',
    holds: paper => described(paper).aiSummary !== null && votes(paper) >= 50,
  },
  { filter: 'hasAiSummary: false', holds: paper => described(paper).aiSummary === null },
  {
    filter: 'keywords: ["Large-Language Models", "diffusion models"]',
    holds: ({ keywords }) => some(['large language models', 'diffusion models'].map(keywordKey), keywords),
  },
  {
    filter: 'authors: ["wei li", "Yang Liu"]',
    holds: ({ authors }) => some(['wei li', 'yang liu'].map(authorKey), authors),
  },
  {
    filter: 'organizations: ["NVIDIA", "google"], minUpvotes: 10',
    holds: paper =>
      some(['nvidia', 'google'].map(organizationKey), new Set([paper.organization])) && votes(paper) >= 10,
  },
  {
    filter: 'submitters: ["akhaliq"]',
    holds: ({ submitters }) => some(['akhaliq'].map(accountKey), submitters),
  },
  {
    filter: 'featured: { days: { from: "2024-03-12", to: "2026-05-01" } }, hasCode: true',
    holds: paper =>
      described(paper).code !== null && paper.days.some(day => within(day, '2024-03-12', '2026-05-01')),
    from: '2024-03-12',
    to: '2026-05-01',
  },
  {
    filter: 'featured: { days: { from: "2025-01-01" } }, hasCode: false',
    holds: paper => described(paper).code === null && paper.days.some(day => day >= '2025-01-01'),
    from: '2025-01-01',
  },
  {
    filter: 'published: { month: "2024-03" }',
    holds: paper => within(described(paper).publishedAt.slice(0, 10), '2024-03-01', '2024-03-31'),
  },
  { filter: 'text: "task-agnostic"', holds: paper => hasWords(paper, 'task-agnostic') },
  { filter: 'text: "\\"Wang Yang\\""', holds: paper => hasWords(paper, '"Wang Yang"') },
  {
    filter: 'text: "\\"language models\\" reason", keywords: ["reinforcement learning"]',
    holds: paper =>
      hasWords(paper, '"language models" reason') && paper.keywords.has('reinforcement learning'),
  },
]

describe.skipIf(!hasRecordedDays)(`filters over all recorded days, ${needsRecordedDays}`, () => {
  const { dataOf } = recordedGraph()
  let papers: Recorded[] = []
  beforeAll(() => {
    papers = allPapers()
  })

  test.each(cases)(
    '{ $filter } finds what a search by hand finds, in every order',
    async ({ filter, holds, from = FIRST, to = LAST }) => {
      const wanted = papers.filter(holds)
      expect(wanted.length).toBeGreaterThan(0)
      for (const order of ['FEATURED_ON', 'PUBLISHED_AT', 'UPVOTES', 'TRENDING'] satisfies Order[]) {
        const sorted = inOrder(wanted, order, from, to).map(({ id }) => id)
        const list = (direction: string, size: string) =>
          dataOf<{ papers: { totalCount: number; nodes: { paperId: string }[] } }>(
            `{ papers(filter: { ${filter} }, orderBy: { field: ${order}, direction: ${direction} }, ${size}: 30) { totalCount nodes { paperId } } }`,
          )
        const ids = ({ papers }: Awaited<ReturnType<typeof list>>) =>
          papers.nodes.map(({ paperId }) => paperId)
        const first = await list('DESC', 'first')
        expect(first.papers.totalCount).toBe(wanted.length)
        expect(ids(first)).toEqual(sorted.slice(0, 30))
        expect(ids(await list('DESC', 'last'))).toEqual(sorted.slice(-30))
        expect(ids(await list('ASC', 'first'))).toEqual(sorted.toReversed().slice(0, 30))
      }
    },
  )

  test('pages of a filter join to the whole list, in both directions', async () => {
    const wanted = papers.filter(paper => votes(paper) >= 100)
    const sorted = inOrder(wanted, 'UPVOTES', FIRST, LAST).map(({ id }) => id)
    for (const [size, cursor, more, at] of [
      ['first', 'after', 'hasNextPage', 'endCursor'],
      ['last', 'before', 'hasPreviousPage', 'startCursor'],
    ] as const) {
      const ids: string[] = []
      for (let place: string | null = ''; place !== null; ) {
        const answer: Listed = await dataOf(
          `{ papers(filter: { minUpvotes: 100 }, orderBy: { field: UPVOTES }, ${size}: 100${place && `, ${cursor}: "${place}"`}) { nodes { paperId } pageInfo { ${more} ${at} } } }`,
        )
        const page = answer.papers.nodes.map(({ paperId }) => paperId)
        ids.splice(size === 'first' ? ids.length : 0, 0, ...page)
        place = answer.papers.pageInfo[more] === true ? String(answer.papers.pageInfo[at]) : null
      }
      expect(ids).toEqual(sorted)
    }
  })
})
