import { parse } from 'graphql'
import { expect, test } from 'vitest'
import { schema } from '../schema.ts'
import { COST_LIMIT, costOf, costShown, READS_LIMIT, refusalOf } from './cost.ts'

const cost = (query: string, variables?: Record<string, unknown>) =>
  costOf(schema, parse(query), null, variables)

test.each<[string, number, number]>([
  ['{ __typename }', 0, 0],
  ['{ papers { nodes { title } } }', 25, 3],
  ['{ papers(first: 10) { edges { cursor node { title upvotes } } pageInfo { endCursor } } }', 15, 3],
  ['{ papers(first: 10) { totalCount nodes { id } } }', 15, 4],
  ['{ papers(first: 10, orderBy: { field: UPVOTES }) { nodes { id } } }', 15, 1],
  ['{ papers(first: 0) { totalCount } }', 5, 4],
  ['{ papers(last: 3) { nodes { id } } }', 8, 3],
  ['{ papers(first: 10) { nodes { authors(first: 5) { totalCount nodes { name } } } } }', 25, 3],
  ['{ papers(first: 10) { nodes { keywords { name } media code { url } links { pdf } } } }', 35, 3],
  ['{ papers(first: 10) { nodes { organization { name } submitter { username } } } }', 35, 3],
  [
    '{ papers(first: 10, filter: { featured: { lastDays: 7 } }, orderBy: { field: UPVOTES }) { nodes { id } } }',
    15,
    3,
  ],
  ['{ day { date papers(first: 10) { nodes { id } } } }', 16, 2],
  ['{ a: paper(ref: "2503.02130") { title } b: paper(ref: "2503.02131") { title } }', 2, 1],
  ['{ papersByRef(refs: ["2503.02130", "2503.02131"]) { title } }', 2, 1],
  ['{ organizations(first: 10) { nodes { paperCount papers(first: 5) { nodes { id } } } } }', 115, 23],
  ['{ status { paperCount authorCount lastIngestAt feedAnswered latestDay { date } } }', 1, 3],
  ['{ days(first: 50) { nodes { date previous next paperCount } } }', 55, 6],
  ['{ day { previous next } }', 1, 3],
  ['{ papers(first: 10, filter: { hasCode: true }) { totalCount nodes { id } } }', 110, 1],
  ['{ papers(first: 10, orderBy: { field: GITHUB_STARS }) { nodes { id } } }', 110, 1],
  ['{ changes(first: 10) { nodes { key } } }', 15, 1],
  ['{ changes(first: 10, filter: { kinds: [FEATURED] }) { nodes { key } } }', 15, 4],
  ['{ changes(first: 0, filter: { minUpvotes: 9 }) { changeCount } }', 5, 28],
  ['{ changes(first: 0, filter: { minUpvotes: 9 }) { changeCount paperCount } }', 5, 28],
])('%s costs %d, and %d requests at most', (query, nodes, requests) => {
  expect(cost(query)).toMatchObject({ cost: nodes, reads: requests })
})

test('a page size out of range costs as much as the nearest valid one', () => {
  expect(cost('{ papers(first: 1000000) { nodes { id } } }')?.cost).toBe(105)
  expect(cost('{ papers(first: -1) { nodes { id } } }')?.cost).toBe(5)
})

test('fields repeated by fragments cost once, fields repeated by aliases cost each time', () => {
  const one = cost('{ papers(first: 10) { nodes { authors { nodes { name } } } } }')?.cost ?? 0
  const twice = `query { ...A ...A papers(first: 10) { nodes { authors { nodes { name } } } } }
    fragment A on Query { papers(first: 10) { nodes { authors { nodes { ref } } } } }`
  expect(cost(twice)?.cost).toBe(one)
  expect(cost('{ a: papers(first: 10) { nodes { id } } b: papers(first: 10) { nodes { id } } }')?.cost).toBe(
    30,
  )
})

test('variables, their defaults, @skip and @include count', () => {
  const query =
    'query ($n: Int = 7, $no: Boolean = true) { papers(first: $n) { nodes { authors @skip(if: $no) { nodes { id } } } } }'
  expect(cost(query)?.cost).toBe(12)
  expect(cost(query, { n: 2 })?.cost).toBe(7)
  expect(cost(query, { n: 2, no: false })?.cost).toBe(15)
  expect(cost(query, { n: 'two' })).toBeNull()
})

test('the cost of an interface is that of its most expensive type', () => {
  const query =
    '{ node(id: "x") { id ... on Paper { title } ... on Author { papers(first: 10) { nodes { id } } } } }'
  expect(cost(query)).toMatchObject({ cost: 16, reads: 3 })
})

test('only the named operation counts, and an unknown name has no cost', () => {
  const document = parse('query A { papers { nodes { id } } } query B { paper(ref: "2503.02130") { id } }')
  expect(costOf(schema, document, 'B')?.cost).toBe(1)
  expect(costOf(schema, document, 'C')).toBeNull()
})

const DAY = '{ day { papers(first: 10) { nodes { id } } } }'

test.each([
  ['twice, each with a part of it', '{ day { date } day { papers(first: 10) { nodes { id } } } }'],
  ['in a fragment on no type', '{ ... { day { papers(first: 10) { nodes { id } } } } }'],
  ['through an interface', '{ day { ... on Node { ... on Day { papers(first: 10) { nodes { id } } } } } }'],
  ['under @include(if: true)', '{ day { papers(first: 10) @include(if: true) { nodes { id } } } }'],
  ['under @skip(if: false)', '{ day { papers(first: 10) @skip(if: false) { nodes { id } } } }'],
])('a day that is asked for %s costs as much as when it is asked for once', (_, query) => {
  expect(cost(query)).toEqual(cost(DAY))
})

test('what @include leaves out costs nothing', () => {
  expect(cost('{ day { date papers(first: 10) @include(if: false) { nodes { id } } } }')).toEqual(
    cost('{ day { date } }'),
  )
})

test('keys of several fields that read through one loader share its batches of a hundred', () => {
  const refs = (from: number) => JSON.stringify(Array.from({ length: 40 }, (_, i) => `2503.0${from + i}`))
  const of = (...lists: string[]) =>
    cost(`{ ${lists.map((list, i) => `a${i}: papersByRef(refs: ${list}) { title }`).join(' ')} }`)
  expect(of(refs(2_000), refs(3_000))?.reads).toBe(1)
  expect(of(refs(2_000), refs(3_000), refs(4_000))?.reads).toBe(2)
})

const wholeDay = `{ day { papers(first: 100) { nodes {
  title abstract upvotes keywords { name } organization { name } code { url stars }
  authors(first: 100) { nodes { name } }
} } } }`

test('a whole day of papers with authors, keywords, organization and code passes with room to spare', () => {
  const found = cost(wholeDay)
  expect(found).toMatchObject({ cost: 2306, reads: 2 })
  expect(found && refusalOf(found)).toBeNull()
})

test.each([
  [
    'the papers of the authors of papers',
    '{ papers(first: 100) { nodes { authors(first: 100) { nodes { papers(first: 100) { nodes { id } } } } } } }',
    /costs 1,052,105; the limit is 5,000. Most of it is `papers.nodes.authors.nodes.papers`/,
  ],
  [
    'the papers of fifty authors, further down than their items name them',
    '{ authors(first: 50) { nodes { papers(first: 1, direction: ASC) { nodes { id } } } } }',
    /up to 102 reads; the limit is 50. Most of it is `authors.nodes.papers`/,
  ],
  ['six thousand ids', `{ nodes(ids: [${'"x",'.repeat(6_000)}]) { id } }`, /costs 6,000/],
])('%s: refused with figure, limit and advice', (_, query, message) => {
  const found = cost(query)
  const error = found && refusalOf(found)
  expect(error?.message).toMatch(message)
  expect(error?.message).toContain('smaller pages')
  expect(error?.extensions).toMatchObject({ code: 'COST_LIMIT_EXCEEDED', cost: { limit: COST_LIMIT } })
})

const highest = { cost: 'a', reads: 'b' }

test('a query at both limits is accepted, and one above either is refused', () => {
  expect(refusalOf({ cost: COST_LIMIT, reads: READS_LIMIT, highest })).toBeNull()
  const refusals = [
    { cost: COST_LIMIT + 1, reads: 0, highest },
    { cost: COST_LIMIT, reads: READS_LIMIT + 1, highest },
    { cost: Number.POSITIVE_INFINITY, reads: Number.POSITIVE_INFINITY, highest },
  ].map(refusalOf)
  expect(refusals.map(refusal => refusal?.message.replace(/ Ask for .*/, ''))).toEqual([
    'This query costs 5,001; the limit is 5,000. Most of it is `a`.',
    'This query needs up to 51 reads; the limit is 50. Most of it is `b`.',
    'This query costs far too much; the limit is 5,000. Most of it is `a`.',
  ])
})

test('an infinite cost is shown as null, and a path is cut after 200 characters', () => {
  const limits = { limit: COST_LIMIT, readsLimit: READS_LIMIT }
  expect(costShown({ cost: 7, reads: Number.POSITIVE_INFINITY, highest })).toEqual({
    requested: 7,
    reads: null,
    ...limits,
  })
  const most = (path: string) =>
    /`(.*)`\. Ask/.exec(
      refusalOf({ cost: 6_000, reads: 0, highest: { cost: path, reads: '' } })?.message ?? '',
    )?.[1]
  expect(most('x'.repeat(200))).toBe('x'.repeat(200))
  expect(most('x'.repeat(201))).toBe(`${'x'.repeat(199)}…`)
})

test('a document that doubles at every level is refused, however many selections it has', () => {
  const levels = Array.from(
    { length: 30 },
    (_, i) =>
      `fragment F${i} on Query { ...on Query { a: node(id: "x") { ... on Author { papers(first: 1) { nodes { days { id ...G${i} } } } } } b: status { latestDay { id ...G${i} } } } }
     fragment G${i} on Day { a: papers(first: 1) { nodes { x: days { ...G${i + 1} } y: days { ...G${i + 1} } } } }`,
  )
  const query = `query { ...F0 } ${levels.join('\n')} fragment G30 on Day { id }`
  const found = cost(query)
  expect(found && refusalOf(found)?.message).toContain('the limit is 5,000')
})
