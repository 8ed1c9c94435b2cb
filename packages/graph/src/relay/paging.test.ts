import { encodeCursor } from '@daily-papers/store/cursor.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startGraph, type TestGraph } from '../testing/graph.ts'
import { fullId, readings, weekend } from '../testing/week.ts'

interface Shown {
  totalCount: number | null
  nodes: { id: string }[]
  edges: { cursor: string; node: { id: string } }[]
  pageInfo: {
    hasNextPage: boolean
    hasPreviousPage: boolean
    startCursor: string | null
    endCursor: string | null
  }
}
interface Page {
  first?: number
  last?: number
  after?: string | null
  before?: string | null
}

let graph: TestGraph
beforeAll(async () => {
  graph = await startGraph(readings, weekend)
})
afterAll(() => graph.close())

/** A list: the text before it in a query, the field, its own arguments. */
type List = [around: string, field: string, args: string]
const orders = ['FEATURED_ON', 'PUBLISHED_AT', 'UPVOTES', 'TRENDING'].flatMap(field =>
  ['ASC', 'DESC'].map(direction => `orderBy: { field: ${field}, direction: ${direction} }`),
)
const namedOrders = ['NAME', 'PAPER_COUNT'].flatMap(field =>
  ['ASC', 'DESC'].map(direction => `orderBy: { field: ${field}, direction: ${direction} }`),
)
const lists: List[] = [
  ...orders.map((order): List => ['', 'papers', order]),
  ['', 'papers', 'filter: { featured: { week: "2024-W19" } } orderBy: { field: UPVOTES }'],
  ['', 'papers', 'filter: { featured: { days: { from: "2024-05-07", to: "2024-05-08" } } }'],
  ['day(date: "2024-05-07")', 'papers', ''],
  ['day(date: "2024-05-07")', 'papers', 'orderBy: { field: PUBLISHED_AT, direction: ASC }'],
  ['', 'days', ''],
  ['', 'days', 'direction: ASC between: { lastDays: 5 }'],
  ...namedOrders.map((order): List => ['', 'authors', order]),
  ['', 'authors', 'startsWith: "Writer"'],
  ['', 'keywords', ''],
  ['', 'organizations', 'orderBy: { field: PAPER_COUNT }'],
  ['', 'hubUsers', 'orderBy: { field: PAPER_COUNT, direction: ASC }'],
  ['', 'hubUsers', 'startsWith: "SUB" orderBy: { field: NAME, direction: DESC }'],
  ['author(ref: "Ada Example")', 'papers', ''],
  ['author(ref: "Ada Example")', 'papers', 'direction: ASC'],
  ['keyword(name: "sampling")', 'papers', ''],
  ['organization(name: "lab-1")', 'papers', ''],
  ['hubUser(username: "ada")', 'papers', ''],
  ['hubUser(username: "submitter-1")', 'submissions', ''],
  [`paper(ref: "${fullId}")`, 'authors', ''],
]

async function ask(
  [around, field, args]: List,
  page: Page,
  variables: Record<string, unknown> = { ...page },
) {
  const list = `${field}(first: $first last: $last after: $after before: $before ${args}) {
    totalCount nodes { id } edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }`
  const query = `query ($first: Int, $last: Int, $after: String, $before: String) { ${around ? `${around} { ${list} }` : list} }`
  const { data, errors } = await graph.ask<Record<string, Record<string, Shown> & Shown> | null>(
    query,
    variables,
  )
  const outer = around.slice(0, around.indexOf('('))
  return { errors, shown: around ? data?.[outer]?.[field] : data?.[field] }
}

async function page(list: List, asked: Page): Promise<Shown> {
  const { shown, errors } = await ask(list, asked)
  expect(errors).toEqual([])
  if (!shown) throw new Error('No such list')
  return shown
}

const idsOf = ({ nodes }: Shown): string[] => nodes.map(({ id }) => id)

/** Walks a list page by page, and checks each page's `pageInfo`. */
async function walk(list: List, size: number, backward: boolean): Promise<string[]> {
  const ids: string[] = []
  let cursor: string | null = null
  for (;;) {
    const shown: Shown = await page(
      list,
      backward ? { last: size, before: cursor } : { first: size, after: cursor },
    )
    const { pageInfo, edges } = shown
    expect(edges.map(({ node }) => node.id)).toEqual(idsOf(shown))
    expect(pageInfo.startCursor).toBe(edges[0]?.cursor ?? null)
    expect(pageInfo.endCursor).toBe(edges.at(-1)?.cursor ?? null)
    expect(backward ? pageInfo.hasNextPage : pageInfo.hasPreviousPage).toBe(cursor !== null)
    if (backward) ids.unshift(...idsOf(shown))
    else ids.push(...idsOf(shown))
    if (!(backward ? pageInfo.hasPreviousPage : pageInfo.hasNextPage)) return ids
    expect(edges.length).toBe(size)
    cursor = backward ? pageInfo.startCursor : pageInfo.endCursor
  }
}

describe.each(lists)('%s %s(%s)', (...list) => {
  test('is one sequence forward and backward, at any page size, as long as its total', async () => {
    const whole = await page(list, { first: 100 })
    const ids = idsOf(whole)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBeGreaterThan(0)
    expect([ids.length, null]).toContain(whole.totalCount)
    const size = Math.ceil(ids.length / 4)
    expect(await walk(list, size, false)).toEqual(ids)
    expect(await walk(list, size, true)).toEqual(ids)
  })

  test('returns exactly the elements between two cursors, whichever comes first', async () => {
    const { edges } = await page(list, { first: 100 })
    const place = fc.integer({ min: 0, max: edges.length - 1 })
    const check = async (from: number, to: number, size: number, backward: boolean) => {
      const [after, before] = [edges[from]?.cursor ?? null, edges[to]?.cursor ?? null]
      const shown = await page(list, { ...(backward ? { last: size } : { first: size }), after, before })
      const between = edges.slice(from + 1, to).map(({ node }) => node.id)
      expect(idsOf(shown)).toEqual(
        backward ? between.slice(Math.max(0, between.length - size)) : between.slice(0, size),
      )
    }
    await fc.assert(
      fc.asyncProperty(
        place,
        place,
        fc.integer({ min: 0, max: 5 }),
        fc.boolean(),
        async (from, to, size, backward) => {
          fc.pre(from !== to)
          await check(from, to, size, backward)
        },
      ),
      { numRuns: edges.length > 1 ? 6 : 0 },
    )
  })

  test('`first: 0` gives the counts alone', async () => {
    const none = await page(list, { first: 0 })
    expect(none.edges).toEqual([])
    expect(none.pageInfo).toMatchObject({ startCursor: null, endCursor: null })
    expect(none.totalCount).toBe((await page(list, { first: 1 })).totalCount)
  })

  test('takes no cursor of another list, and no argument makes it fail otherwise than by a clear refusal', async () => {
    const foreign = lists.filter(other => other !== list && other.join() !== list.join())
    const texts = fc.oneof(
      fc.string(),
      fc.base64String({ maxLength: 60 }),
      fc
        .constantFrom(...foreign)
        .map(([around, field]) => encodeCursor({ list: `${field} ${around}`, order: '-', filter: 'x' }, 'x')),
    )
    const cursor = fc.option(texts)
    const size = fc.option(fc.oneof(fc.integer(), fc.double(), fc.string()))
    await fc.assert(
      fc.asyncProperty(size, size, cursor, cursor, async (first, last, after, before) => {
        const { errors, shown } = await ask(list, {}, { first, last, after, before })
        if (errors.length === 0) expect(shown?.edges.length).toBeLessThanOrEqual(100)
        // Variables of a wrong type are refused by graphql-js, which gives no code yet: the transport does.
        for (const { code, path } of errors) expect(code).toBe(path ? 'BAD_USER_INPUT' : code)
      }),
      { numRuns: 8 },
    )
  })
})

test('a forged but well-formed position is refused or answered, and is never an internal error', async () => {
  const position = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '2024-05-07',
      '2024-05-07#',
      '#',
      '9',
      '0000001#x',
      '0000000',
      '~',
      '2024-05-07T00:00:00.000Z#x',
      '\u{10FFFF}',
    ),
  )
  const forms: [List, { list: string; order: string; filter: string }][] = [
    [['', 'papers', ''], { list: 'papers', order: 'featuredOn-', filter: 'null' }],
    [['', 'papers', 'orderBy: { field: UPVOTES }'], { list: 'papers', order: 'upvotes-', filter: 'null' }],
    [['', 'days', ''], { list: 'days', order: '-', filter: 'null' }],
    [['', 'authors', ''], { list: 'authors', order: 'name+', filter: '' }],
    [['', 'authors', 'startsWith: "Writer"'], { list: 'authors', order: 'name+', filter: 'writer' }],
    [
      ['', 'hubUsers', 'orderBy: { field: PAPER_COUNT }'],
      { list: 'accounts', order: 'paperCount-', filter: '' },
    ],
    [
      ['author(ref: "Ada Example")', 'papers', ''],
      { list: 'papers of author', order: '-', filter: 'ada example' },
    ],
    [
      ['day(date: "2024-05-07")', 'papers', ''],
      { list: 'papers of day', order: 'upvotes-', filter: '2024-05-07' },
    ],
  ]
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...forms),
      position,
      fc.boolean(),
      fc.boolean(),
      async ([list, of], at, after, backward) => {
        fc.pre(at !== '')
        const cursor = encodeCursor(of, at)
        const { errors } = await ask(list, {
          ...(backward ? { last: 3 } : { first: 3 }),
          ...(after ? { after: cursor } : { before: cursor }),
        })
        for (const { code, message } of errors)
          expect([code, message]).toEqual(['BAD_USER_INPUT', expect.stringContaining('cursor')])
      },
    ),
    { numRuns: 80 },
  )
})
