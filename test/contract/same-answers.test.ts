import { examples } from '@daily-papers/api/graphiql/examples.ts'
import { post } from '@daily-papers/api/testing/request.ts'
import { createContext } from '@daily-papers/graph/context.ts'
import { encodeId } from '@daily-papers/graph/relay/ids.ts'
import { schema } from '@daily-papers/graph/schema.ts'
import { anyQuery } from '@daily-papers/graph/testing/any-query.ts'
import { disguised } from '@daily-papers/graph/testing/disguise.ts'
import { fullId, readings, week, weekend } from '@daily-papers/graph/testing/week.ts'
import { createQuestions } from '@daily-papers/store/create-questions.ts'
import { startEngine, type TestEngine } from '@daily-papers/store/testing/engine.ts'
import { createWriter } from '@daily-papers/store/writer.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerGraphQL, type Execute } from '../../packages/api/src/graphql/answer-graphql.ts'
import { createPersistedQueries } from '../../packages/api/src/graphql/persisted.ts'
import { createPipeline } from '../../packages/api/src/graphql/pipeline.ts'
import { createResponseCache, type ResponseCache } from '../../packages/api/src/graphql/response-cache.ts'
import { LIMITS } from '../../packages/api/src/http/limits.ts'
import { yogaExecute } from './yoga-execute.ts'

/** A query is answered alike by Yoga as it comes, by our pipeline, compiled, and from the response cache: data, errors, codes, status and headers. */

let engine: TestEngine
let executors: { yoga: Execute; interpreted: Execute; compiled: Execute }
beforeAll(async () => {
  engine = await startEngine()
  const { client, name } = await engine.table()
  await createWriter(client, name, { owner: 'test' }).putDays(readings)
  const store = createQuestions(client, name)
  const context = () =>
    createContext({ store, now: () => Date.parse(weekend), origin: 'https://papers.example.org' })
  executors = {
    yoga: yogaExecute(schema, context),
    interpreted: createPipeline({ schema, context, compileAfter: null }),
    compiled: createPipeline({ schema, context, compileAfter: 0 }),
  }
})
afterAll(() => engine.close())

interface Asked {
  query: string
  variables?: Record<string, unknown>
}

interface Body {
  data?: unknown
  errors?: { path?: unknown }[]
}

/**
 * Errors in the order of their places: fields that are asked at once may fail in any. Where one leaves no data at all,
 * graphql-js does not wait for the others, so that only their being there is the same.
 */
function comparable({ data, errors = [], ...rest }: Body) {
  const place = ({ path }: { path?: unknown }) => JSON.stringify(path ?? null)
  const sorted = errors.toSorted((a, b) => (place(a) < place(b) ? -1 : 1))
  const shown = data === null ? errors.length > 0 : sorted
  return { ...rest, data, errors: shown }
}

async function answerOf(execute: Execute, asked: Asked, accept: string, responseCache?: ResponseCache) {
  const options = {
    execute,
    persisted: createPersistedQueries(),
    responseCache,
    log: () => undefined,
    timeoutMs: 20_000,
  }
  const { status, headers, body } = await answerGraphQL(post({ ...asked }, { accept }), options)
  return { status, headers, body: comparable(JSON.parse(String(body))) }
}

/** Asked for the third time: the first request is not cached, the second fills the cache. */
async function cachedAnswer(asked: Asked, accept: string) {
  const cache = createResponseCache({ version: async () => '', now: () => Date.parse(weekend) })
  for (let times = 0; times < 2; times++) await answerOf(executors.interpreted, asked, accept, cache)
  const { headers, ...answer } = await answerOf(executors.interpreted, asked, accept, cache)
  const { age: _age, etag: _etag, 'server-timing': _timing, ...others } = headers
  return { ...answer, headers: { ...others, vary: 'accept' } }
}

/** Asked once to have it compiled, which is done before the event loop comes round again. */
async function compiledAnswer(asked: Asked, accept: string) {
  await answerOf(executors.compiled, asked, accept)
  await import('graphql-jit')
  await new Promise(resolve => setImmediate(resolve))
  return answerOf(executors.compiled, asked, accept)
}

const mediaTypes = ['application/json', 'application/graphql-response+json']
const anyMediaType = fc.constantFrom(...mediaTypes)

async function expectAlike(asked: Asked, types = mediaTypes): Promise<void> {
  for (const accept of types) {
    const expected = await answerOf(executors.yoga, asked, accept)
    expect(await answerOf(executors.interpreted, asked, accept)).toEqual(expected)
    expect(await compiledAnswer(asked, accept)).toEqual(expected)
    expect(await cachedAnswer(asked, accept)).toEqual(expected)
  }
}

test.each(examples)('the example $name is answered alike', ({ query }) => expectAlike({ query }))

const known = {
  papers: [fullId, '2405.00001', '2405.12345'],
  authors: ['Ada Example', 'José Sample', 'Nobody'],
  keywords: ['sampling'],
  organizations: ['lab'],
  accounts: ['ada', 'bob'],
  days: week,
  ids: [
    encodeId('Paper', fullId),
    encodeId('Author', 'ada example'),
    encodeId('Day', '2024-05-07'),
    'garbage',
  ],
}

test('any query is answered alike', async () => {
  await fc.assert(
    fc.asyncProperty(anyQuery(known, 4), anyMediaType, (query, type) => expectAlike({ query }, [type])),
    { numRuns: 30 },
  )
}, 60_000)

test('any query with fragments and conditions is answered alike', async () => {
  const choices = fc.array(fc.nat(), { minLength: 1, maxLength: 20 })
  await fc.assert(
    fc.asyncProperty(anyQuery(known, 3), choices, anyMediaType, (query, made, type) => {
      const asked = disguised(query, made)
      // Yoga as it comes does not limit them.
      fc.pre(asked.split('@').length - 1 <= LIMITS.directives)
      return expectAlike({ query: asked }, [type])
    }),
    { numRuns: 60 },
  )
}, 60_000)

const typed: Record<string, string> = {
  'String!': 'paper(ref: $v) { title }',
  '[String!]!': 'papersByRef(refs: $v) { title }',
  '[ID!]!': 'nodes(ids: $v) { id }',
  'ID!': 'node(id: $v) { id }',
  Date: 'day(date: $v) { date }',
  Int: 'papers(first: $v) { nodes { title authors(first: $v) { nodes { name } } } }',
  String: 'papers(after: $v) { nodes { title } }',
  DateRange: 'days(between: $v) { totalCount }',
  PaperFilter: 'papers(filter: $v, first: 2) { nodes { title } }',
  PaperOrder: 'papers(orderBy: $v, first: 2) { nodes { title } }',
  'PaperField!': 'papers(orderBy: { field: $v }, first: 2) { nodes { title } }',
  'Boolean!': 'papers(first: 1) { totalCount @include(if: $v) nodes { title @skip(if: $v) } }',
}

const oddValue = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    true,
    -1,
    5,
    101,
    2 ** 40,
    1.5,
    '',
    'x',
    fullId,
    '2024-05-07',
    '2024-02-30',
    'UPVOTES',
    [],
    [null],
    [fullId, 'x'],
    known.ids,
    {},
    { lastDays: 3 },
    { lastDays: 3, month: '2024-05' },
    { lastDays: null },
    { month: 'May' },
    { days: { from: '2024-05-07' } },
    { days: { from: 'x' } },
    { featured: { lastDays: 3, month: '2024-05' } },
    { featured: null },
    { field: 'UPVOTES' },
    { field: 'UPVOTES', direction: 'UP' },
    { field: null },
  ),
  fc.jsonValue({ maxDepth: 2 }),
)

test('variables of any value, fitting or not, are answered alike', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...Object.entries(typed)), oddValue, ([type, field], v) =>
      expectAlike({ query: `query ($v: ${type}) { ${field} }`, variables: { v } }),
    ),
    { numRuns: 150 },
  )
}, 60_000)

test.each([
  '{',
  '{ nothing }',
  '{ paper { title } }',
  '{ day(date: "May") { date } }',
  'query ($n: Int = 3) { papers(first: $n) { nodes { title } } }',
  'query ($n: Int!) { papers(first: $n) { nodes { title } } }',
  'query ($r: String = "2405.00001") { paper(ref: $r) { title } }',
  '{ papers(first: 101) { nodes { title } } }',
  '{ a: papers(first: -1) { nodes { title } } b: paper(ref: "x") { title } c: day { date } }',
  '{ papersByRef(refs: ["2405.00001", "x", "y"]) { title } }',
  '{ __typename day { __typename papers { __typename } } }',
  '{ __schema { queryType { name fields { name } } } }',
  '{ papers(first: 1) { nodes { ...A ...A } } } fragment A on Paper { title ... on Node { id } }',
  '{ papers(first: 1) { nodes { ...A @skip(if: true) ...A id } } } fragment A on Paper { title }',
  '{ papers(first: 2) { nodes { id history(last: -1) { at } } } }',
  '{ day(date: "2024-05-07") { x: papers(first: -1) { nodes { id } } y: papers(after: "z") { nodes { id } } } }',
])('%s is answered alike', query => expectAlike({ query }))

test.each<[string, Record<string, unknown>]>([
  [
    'query ($x: Boolean!) { papers(first: 1) { nodes { id ...A @include(if: $x) } } b: papers(first: 1) { nodes { id ...A } } } fragment A on Paper { title }',
    { x: false },
  ],
  [
    'query ($x: Boolean!) { papers(first: 2) { nodes { ... @include(if: $x) { authors(first: 1) { nodes { id paperCount } } } authors(first: 1) { nodes { name } } } } }',
    { x: false },
  ],
  [
    'query ($f: NamedOrderField = NAME) { authors(first: 1, orderBy: { field: $f }) { nodes { name } } }',
    { f: null },
  ],
  ['query ($id: ID = "x") { nodes(ids: [$id]) { id } }', { id: null }],
  ['query ($id: ID = "x") { nodes(ids: [$id]) { id } }', {}],
])('%s with %j is answered alike', (query, variables) => expectAlike({ query, variables }))
