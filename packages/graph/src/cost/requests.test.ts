import { parse } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { schema } from '../schema.ts'
import { startGraph, type TestGraph } from '../testing/graph.ts'
import { fullId, readings, weekend } from '../testing/week.ts'
import { costOf } from './cost.ts'

let graph: TestGraph
beforeAll(async () => {
  graph = await startGraph(readings, weekend)
})
afterAll(() => graph.close())

test.each<[string, string, string[]]>([
  [
    'a page of papers with everything that stands in them',
    `{ papers(orderBy: { field: UPVOTES }, first: 30) { nodes { id title bibtex authors { totalCount nodes { id name } } keywords { id name } organization { id name } submitter { id username fullName avatar } code { url } } } }`,
    ['Query'],
  ],
  [
    'counts of everything on a page',
    '{ papers(orderBy: { field: UPVOTES }, first: 30) { nodes { dayRank days { paperCount } organization { paperCount } keywords { paperCount } authors { nodes { paperCount identity hubUsers { username } } } } } }',
    ['Query', 'BatchGetItem'],
  ],
  [
    'a page with a paper of two days, whose second is left out',
    '{ papers(first: 100) { nodes { id } } }',
    ['Query', 'BatchGetItem'],
  ],
  [
    'a ranked range with a paper of two days',
    '{ papers(first: 5, filter: { featured: { week: "2024-W19" } }, orderBy: { field: UPVOTES }) { nodes { id } } }',
    ['Query', 'BatchGetItem', 'BatchGetItem'],
  ],
  ['an exact total', '{ papers(first: 0) { totalCount } }', ['BatchGetItem', 'Query']],
  [
    'one paper asked for thrice',
    `{ a: paper(ref: "${fullId}") { title } b: paper(ref: "arXiv:${fullId}v2") { id } c: papersByRef(refs: ["${fullId}"]) { id } }`,
    ['BatchGetItem'],
  ],
  [
    'the papers of two authors',
    '{ a: author(ref: "Writer 1") { papers(first: 3) { nodes { id } } } b: author(ref: "Writer 2") { papers(first: 3) { nodes { id } } } }',
    ['BatchGetItem', 'BatchGetItem'],
  ],
  [
    'the papers of every keyword and author of a page',
    '{ papers(orderBy: { field: UPVOTES }, first: 10) { nodes { keywords { papers(first: 5) { nodes { id } } } authors(first: 5) { nodes { papers(first: 2) { nodes { id } } } } } } }',
    ['Query', 'BatchGetItem', 'BatchGetItem'],
  ],
  [
    'a total of an author’s papers',
    '{ author(ref: "Writer 1") { papers(first: 1) { totalCount } } }',
    ['BatchGetItem', 'BatchGetItem'],
  ],
])('%s', async (_, query, requests) => {
  const answer = await graph.ask(query)
  expect(answer.errors).toEqual([])
  expect(answer.requests.toSorted()).toEqual(requests.toSorted())
  expect(costOf(schema, parse(query))?.reads).toBeGreaterThanOrEqual(requests.length)
})
