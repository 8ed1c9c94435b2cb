import { authorKey } from '@daily-papers/papers/names.ts'
import { account, printed, readEntry, reading } from '@daily-papers/store/testing/readings.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { startGraph, type TestGraph } from '../testing/graph.ts'

const days = ['2024-05-06', '2024-05-07', '2024-05-08', '2024-05-13', '2024-06-03']
const name = fc.constantFrom('Ada Example', 'ada éxample', 'José Sample', 'Ł. Nowak', '王伟', 'O’Neill', 'X')
const aPaper = fc.record({
  number: fc.nat(60),
  title: fc.constantFrom('Sampling', 'Agents sampling', 'Long context'),
  days: fc.subarray(days, { minLength: 1, maxLength: 2 }),
  upvotes: fc.option(fc.nat(3)),
  publishedAt: fc.integer({ min: 1, max: 4 }),
  authors: fc.uniqueArray(name, { selector: authorKey, minLength: 1, maxLength: 4 }),
  keywords: fc.uniqueArray(fc.constantFrom('sampling', 'Sampling', 'long-context', 'agents', 'c++'), {
    maxLength: 3,
  }),
  organization: fc.option(fc.constantFrom('lab', 'Lab-2')),
  submitter: fc.option(fc.constantFrom('ada', 'Bob', 'carol')),
})
type APaper = typeof aPaper extends fc.Arbitrary<infer T> ? T : never

const idOf = ({ number }: APaper) => `2405.${String(number).padStart(5, '0')}`

/** Every day as read in its evening. `later` is the last morning, when some papers have more votes. */
const readingsOf = (papers: readonly APaper[], later = false) =>
  days.map(day =>
    reading(
      day,
      later ? '2024-06-04T08:00:00.000Z' : `${day}T23:00:00.000Z`,
      ...papers
        .filter(paper => paper.days.includes(day))
        .map(paper =>
          readEntry(idOf(paper), day, {
            description: {
              title: paper.title,
              publishedAt: `2024-05-0${paper.publishedAt}T12:00:00.000Z`,
              authors: paper.authors.map((name, i) =>
                i === 0 && paper.submitter === 'ada'
                  ? { ...printed(name), account: account('ada'), claim: 'claimed_verified' }
                  : printed(name),
              ),
              keywords: paper.keywords,
              organization:
                paper.organization === null
                  ? null
                  : { name: paper.organization, fullName: null, avatar: null },
            },
            featuring: { submitter: paper.submitter === null ? null : account(paper.submitter) },
            counters: {
              upvotes: paper.upvotes === null ? null : paper.upvotes + (later ? paper.number % 3 : 0),
            },
          }),
        ),
    ),
  )

const orders = ['FEATURED_ON', 'PUBLISHED_AT', 'UPVOTES', 'TRENDING'].flatMap(field =>
  ['ASC', 'DESC'].map(direction => `orderBy: { field: ${field}, direction: ${direction} }`),
)
const range = 'filter: { featured: { days: { from: "2024-05-07", to: "2024-05-13" } } }'
const named = ['authors', 'keywords', 'organizations', 'hubUsers'].flatMap(list =>
  ['NAME', 'PAPER_COUNT'].flatMap(field =>
    ['ASC', 'DESC'].map(
      direction => `${list}(PAGE orderBy: { field: ${field}, direction: ${direction} }) ROWS`,
    ),
  ),
)
const inside = [
  'keywords: ["sampling", "c++"]',
  'text: "sampl"',
  'minUpvotes: 1, hasCode: false',
  'featured: { days: { from: "2024-05-07" } }, authors: ["ada example"]',
].map(filter => `filter: { ${filter} }`)
const lists = [
  ...orders.map(order => `papers(PAGE ${order}) ROWS`),
  ...orders.map(order => `papers(PAGE ${range} ${order}) ROWS`),
  ...orders.map(order => `day(date: "2024-05-07") { papers(PAGE ${order}) ROWS }`),
  ...inside.flatMap(filter => orders.map(order => `papers(PAGE ${filter} ${order}) ROWS`)),
  // Titles, then other texts, each by rank.
  'search(PAGE query: "sampl") ROWS',
  'search(PAGE query: "sampling", filter: { minUpvotes: 1 }) ROWS',
  // No paper has all of the words, so those with any of them.
  'search(PAGE query: "agents nowhere") ROWS',
  ...['AUTHORS', 'KEYWORDS', 'ORGANIZATIONS'].map(
    kind => `search(PAGE query: "a sam lab", in: ${kind}) ROWS`,
  ),
  ...['DAY', 'THREE_DAYS', 'WEEK'].map(window => `rising(PAGE window: ${window}) ROWS`),
  'days(PAGE) ROWS',
  'days(PAGE between: { lastDays: 40 } direction: ASC) ROWS',
  ...named,
  'author(ref: "Ada Example") { papers(PAGE) ROWS }',
  'author(ref: "Ada Example") { papers(PAGE direction: ASC) ROWS }',
  'keyword(name: "sampling") { papers(PAGE) ROWS }',
  'organization(name: "lab") { papers(PAGE) ROWS }',
  'hubUser(username: "bob") { submissions(PAGE) ROWS }',
  'hubUser(username: "ada") { papers(PAGE) ROWS }',
  'day(date: "2024-05-07") { papers(first: 1) { nodes { authors(PAGE) ROWS } } }',
]

interface Page {
  totalCount: number | null
  edges: { cursor: string; hasAllWords?: boolean; node: { id: string } }[]
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean }
}

/** The connection in an answer; null when what holds it does not exist. */
function pageIn(value: unknown): Page | null {
  if (typeof value !== 'object' || value === null) return null
  if ('pageInfo' in value) return value as Page
  return pageIn(Object.values(value)[0])
}

async function pageOf(graph: TestGraph, list: string, page: string): Promise<Page | null> {
  const id = list.startsWith('rising') ? 'id: paperId' : '... on Node { id }'
  const words = list.startsWith('search') ? 'hasAllWords' : ''
  const rows = `{ totalCount edges { cursor ${words} node { ${id} } } pageInfo { hasNextPage hasPreviousPage } }`
  const { data, errors } = await graph.ask(`{ ${list.replace('PAGE', page).replace('ROWS', rows)} }`)
  expect(errors).toEqual([])
  return pageIn(data)
}

/**
 * The ids of a list, walked by pages of so many; each page must say of the next what is so. A search counts what has all
 * words.
 */
async function walk(graph: TestGraph, list: string, size: number, backward: boolean): Promise<string[]> {
  const ids: string[] = []
  let counted = 0
  for (let cursor: string | undefined; ; ) {
    const at = cursor === undefined ? '' : `${backward ? 'before' : 'after'}: "${cursor}"`
    const page = await pageOf(graph, list, `${backward ? 'last' : 'first'}: ${size} ${at}`)
    if (!page) return ids
    const found = page.edges.map(({ node }) => node.id)
    counted += page.edges.filter(edge => edge.hasAllWords ?? true).length
    if (backward) ids.unshift(...found)
    else ids.push(...found)
    const { hasNextPage, hasPreviousPage } = page.pageInfo
    expect(backward ? hasNextPage : hasPreviousPage).toBe(cursor !== undefined)
    if (!(backward ? hasPreviousPage : hasNextPage)) {
      if (page.totalCount !== null) expect(counted).toBe(page.totalCount)
      return ids
    }
    expect(found).toHaveLength(size)
    cursor = page.edges.at(backward ? 0 : -1)?.cursor
  }
}

test('any papers, walked forward and backward by pages of any size, are one sequence', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(aPaper, { selector: idOf, minLength: 1, maxLength: 25 }),
      fc.subarray(lists, { minLength: 5, maxLength: 5 }),
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 9 }),
      async (papers, some, forward, backward) => {
        const graph = await startGraph(readingsOf(papers), '2024-06-04T09:00:00.000Z', [
          readingsOf(papers, true),
        ])
        try {
          for (const list of some) {
            const whole = await walk(graph, list, 100, false)
            expect(new Set(whole).size, list).toBe(whole.length)
            expect(await walk(graph, list, forward, false), list).toEqual(whole)
            expect(await walk(graph, list, backward, true), list).toEqual(whole)
          }
          const everything = await walk(graph, lists[0] ?? '', 100, false)
          expect(everything).toHaveLength(papers.length)
        } finally {
          await graph.close()
        }
      },
    ),
    { numRuns: 5 },
  )
})

test('any papers by votes are all of them sorted, ties by id, each as its latest day counts it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(aPaper, { selector: idOf, minLength: 1, maxLength: 25 }),
      async papers => {
        const graph = await startGraph(readingsOf(papers), '2024-05-14T09:00:00.000Z')
        try {
          const { data } = await graph.ask<{
            papers: { nodes: { paperId: string; upvotes: number | null }[] }
          }>('{ papers(first: 100, orderBy: { field: UPVOTES }) { nodes { paperId upvotes } } }')
          const sorted = papers
            .map(paper => ({ paperId: idOf(paper), upvotes: paper.upvotes }))
            .sort((a, b) => (b.upvotes ?? -1) - (a.upvotes ?? -1) || (a.paperId < b.paperId ? 1 : -1))
          expect(data.papers.nodes).toEqual(sorted)
        } finally {
          await graph.close()
        }
      },
    ),
    { numRuns: 4 },
  )
})
