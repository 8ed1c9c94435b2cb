import { afterAll, beforeAll, expect, test } from 'vitest'
import { startGraph, type TestGraph } from '../testing/graph.ts'
import { fullId, readings, weekend } from '../testing/week.ts'
import { encodeId } from './ids.ts'

let graph: TestGraph
beforeAll(async () => {
  graph = await startGraph(readings, weekend)
})
afterAll(() => graph.close())

test('a paper shows everything that is known of it', async () => {
  const { data, errors } = await graph.ask(`{ paper(ref: "${fullId}") {
    id paperId title abstract aiSummary { text model } keywords { name paperCount }
    publishedAt featuredOn days { date paperCount } submittedAt withdrawnAt
    upvotes comments dayRank authorParticipates
    authors { totalCount edges { position printedName claim hubUser { username fullName } node { ref name identity paperCount hubUsers { username fullName } } } }
    submitter { username fullName submissionCount } organization { name fullName avatar profile paperCount }
    code { url stars addedBy } projectPage thumbnail media links { arxiv doi } bibtex markdown
  } }`)
  expect(errors).toEqual([])
  expect(data.paper).toEqual({
    id: encodeId('Paper', fullId),
    paperId: fullId,
    title: 'A Method of $\\alpha$ for Everything',
    abstract: 'We show it.',
    aiSummary: { text: 'It works.', model: 'some-model' },
    keywords: [
      { name: 'sampling', paperCount: 23 },
      { name: 'long context', paperCount: 1 },
    ],
    publishedAt: '2024-05-03T17:59:59.000Z',
    featuredOn: '2024-05-06',
    days: [
      { date: '2024-05-06', paperCount: 10 },
      { date: '2024-05-07', paperCount: 10 },
    ],
    submittedAt: '2024-05-06T08:00:00.000Z',
    withdrawnAt: null,
    upvotes: 11,
    comments: 3,
    dayRank: 1,
    authorParticipates: true,
    authors: {
      totalCount: 3,
      edges: [
        {
          position: 1,
          printedName: 'Ada Example',
          claim: 'claimed_verified',
          hubUser: { username: 'ada', fullName: 'Full ada' },
          node: {
            ref: 'ada example',
            name: 'Ada Example',
            identity: 'ONE_ACCOUNT',
            paperCount: 46,
            hubUsers: [{ username: 'ada', fullName: 'Full ada' }],
          },
        },
        {
          position: 2,
          printedName: 'José Sample',
          claim: null,
          hubUser: null,
          node: {
            ref: 'jose sample',
            name: 'José Sample',
            identity: 'NAME_ONLY',
            paperCount: 1,
            hubUsers: [],
          },
        },
        {
          position: 3,
          printedName: 'Only Here',
          claim: null,
          hubUser: null,
          node: { ref: 'only here', name: 'Only Here', identity: 'NAME_ONLY', paperCount: 1, hubUsers: [] },
        },
      ],
    },
    submitter: { username: 'carol', fullName: 'Full carol', submissionCount: 1 },
    organization: {
      name: 'lab',
      fullName: 'The Lab',
      avatar: 'https://example.org/lab.png',
      profile: 'https://huggingface.co/lab',
      paperCount: 1,
    },
    code: { url: 'https://github.com/example/all', stars: 42, addedBy: 'user' },
    projectPage: 'https://example.org/all',
    thumbnail: 'https://example.org/all.png',
    media: ['https://example.org/all.mp4'],
    links: { arxiv: `https://arxiv.org/abs/${fullId}`, doi: `https://doi.org/10.48550/arXiv.${fullId}` },
    bibtex: expect.stringContaining('author = {Ada Example and José Sample and Only Here}'),
    markdown: expect.stringContaining('Ada Example, José Sample, Only Here'),
  })
})

test('an unknown value is null, never 0', async () => {
  const { data } = await graph.ask(
    '{ paper(ref: "2405.00006") { upvotes aiSummary { text } code { url } submittedAt projectPage } }',
  )
  expect(data.paper).toEqual({
    upvotes: null,
    aiSummary: null,
    code: null,
    submittedAt: null,
    projectPage: null,
  })
})

test('a day shows the paper as that day read it', async () => {
  const { data } = await graph.ask(`{ day(date: "2024-05-06") {
    previous next isComplete paperCount papers(first: 1) { nodes { paperId upvotes submitter { username } } } } }`)
  expect(data.day).toEqual({
    previous: null,
    next: '2024-05-07',
    isComplete: false,
    paperCount: 10,
    papers: { nodes: [{ paperId: fullId, upvotes: 5, submitter: { username: 'bob' } }] },
  })
})

test('the day by default is the latest; one without papers is null', async () => {
  const { data, errors } = await graph.ask(
    '{ latest: day { date } sunday: day(date: "2024-05-12") { date } }',
  )
  expect(errors).toEqual([])
  expect(data).toEqual({ latest: { date: '2024-05-10' }, sunday: null })
})

test('things are found by any spelling of their name, and are null when unknown', async () => {
  const { data, errors } = await graph.ask(`{
    printed: author(ref: "JOSE  Sample") { name } latex: author(ref: "José~Sample") { name } author(ref: "Nobody") { name }
    keyword(name: "Long-Context") { name } organization(name: "LAB") { fullName } hubUser(username: "Ada") { username paperCount }
    url: paper(ref: "https://arxiv.org/pdf/${fullId}v3") { paperId } paper(ref: "2405.12345") { paperId }
  }`)
  expect(errors).toEqual([])
  expect(data).toEqual({
    printed: { name: 'José Sample' },
    latex: { name: 'José Sample' },
    author: null,
    keyword: { name: 'long context' },
    organization: { fullName: 'The Lab' },
    hubUser: { username: 'ada', paperCount: 1 },
    url: { paperId: fullId },
    paper: null,
  })
})

test('every node is found by its id, however it was reached', async () => {
  const { data } = await graph.ask(`{ paper(ref: "${fullId}") {
    id days { id } authors { nodes { id hubUsers { id } } edges { hubUser { id } } } keywords { id } organization { id } submitter { id }
  } author(ref: "Ada Example") { id } organization(name: "lab") { id } keyword(name: "sampling") { id } hubUser(username: "ada") { id } }`)
  const ids = JSON.stringify(data).match(/(?<="id":")[\w-]+/g) ?? []
  const found = await graph.ask<{ nodes: { __typename: string; id: string }[] }>(
    'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }',
    { ids },
  )
  expect(found.errors).toEqual([])
  expect(found.data.nodes.map(node => node.id)).toEqual(ids)
  expect(new Set(found.data.nodes.map(node => node.__typename)).size).toBe(6)
  const { data: one } = await graph.ask('query ($id: ID!) { node(id: $id) { ... on Day { paperCount } } }', {
    id: encodeId('Day', '2024-05-10'),
  })
  expect(one.node).toEqual({ paperCount: 9 })
})

test('an unknown id is null, a malformed one an error with its path, and the others are answered', async () => {
  const ids = [encodeId('Paper', fullId), encodeId('Paper', '2405.12345'), 'bad', encodeId('Day', 'never')]
  const { data, errors } = await graph.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids })
  expect(data.nodes).toEqual([{ id: ids[0] }, null, null, null])
  expect(errors).toEqual([
    { code: 'BAD_USER_INPUT', path: ['nodes', 2], message: expect.stringContaining('"bad" is not an id') },
  ])
})

test('refs are answered in the order asked, those that name no paper with an error each', async () => {
  const refs = [
    '2405.00001',
    'nonsense',
    `https://huggingface.co/papers/${fullId}`,
    '2405.12345',
    '2405.00001',
  ]
  const { data, errors, requests } = await graph.ask(
    'query ($refs: [String!]!) { papersByRef(refs: $refs) { paperId } }',
    { refs },
  )
  expect(data.papersByRef).toEqual([
    { paperId: '2405.00001' },
    null,
    { paperId: fullId },
    null,
    { paperId: '2405.00001' },
  ])
  expect(errors).toMatchObject([{ code: 'BAD_USER_INPUT', path: ['papersByRef', 1] }])
  expect(requests).toEqual(['BatchGetItem'])
})

test.each([
  ['$many: [String!]!', 'papersByRef(refs: $many) { id }', 'the limit is 100'],
  ['$many: [ID!]!', 'nodes(ids: $many) { id }', 'the limit is 100'],
  ['$long: String!', 'author(ref: $long) { id }', 'at most 300'],
  ['$long: String!', 'authors(startsWith: $long) { nodes { id } }', 'at most 300'],
  ['$long: String!', 'papers(filter: { authors: [$long] }) { nodes { id } }', 'at most 300'],
])('more than can be looked up is refused: query (%s) { %s }', async (variables, field, most) => {
  const given = variables.startsWith('$many') ? { many: Array(101).fill('x') } : { long: 'a'.repeat(301) }
  const { errors } = await graph.ask(`query (${variables}) { ${field} }`, given)
  expect(errors).toMatchObject([{ code: 'BAD_USER_INPUT', message: expect.stringContaining(most) }])
})

test('status says how fresh and how large it is', async () => {
  const { data, requests } = await graph.ask(`{ status {
    latestDay { date } lastIngestAt feedAnswered paperCount dayCount authorCount organizationCount keywordCount hubUserCount } }`)
  expect(data.status).toEqual({
    latestDay: { date: '2024-05-10' },
    lastIngestAt: weekend,
    feedAnswered: true,
    paperCount: 46,
    dayCount: 5,
    authorCount: 10,
    organizationCount: 4,
    keywordCount: 3,
    hubUserCount: 6,
  })
  expect(requests.length).toBe(3)
})
