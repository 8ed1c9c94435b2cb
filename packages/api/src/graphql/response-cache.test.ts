import { gunzipSync } from 'node:zlib'
import { type ExecutionResult, GraphQLError } from 'graphql'
import { expect, test } from 'vitest'
import type { HttpRequest } from '../http/message.ts'
import { answer } from '../http/routes.ts'
import { get, post } from '../testing/request.ts'
import { answerGraphQL, type Execute } from './answer-graphql.ts'
import { createPersistedQueries } from './persisted.ts'
import { createResponseCache } from './response-cache.ts'

const long = 'x'.repeat(2_000)

/** An endpoint with a response cache, after its first request. `executed` counts the queries executed since. */
async function endpoint(result: ExecutionResult = { data: { long } }, timeoutMs = 1_000) {
  const state = { now: Date.parse('2024-05-06T23:59:00.000Z'), version: 'one', executed: -1 }
  const during = { run: () => undefined as unknown }
  const execute: Execute = async () => {
    state.executed++
    await during.run()
    return result
  }
  const responseCache = createResponseCache({
    version: async () => {
      if (state.version === '') throw new Error('The store does not answer')
      if (state.version === 'never') return new Promise<string>(() => undefined)
      return state.version
    },
    now: () => state.now,
  })
  const options = {
    execute,
    persisted: createPersistedQueries(),
    responseCache,
    log: () => undefined,
    timeoutMs,
  }
  const graphql = (request: HttpRequest) => answerGraphQL(request, options)
  const none = () => {
    throw new Error('not asked')
  }
  const others = {
    graphiqlPage: none,
    graphiqlFile: none,
    feed: none,
    download: none,
    sdl: none,
    check: none,
  }
  const routes = { graphql, ...others, log: none }
  const ask = (request: HttpRequest) => answer(request, routes)
  await ask(get('{ first }'))
  return { state, during, ask }
}

test('the same query is executed once, and its response has the same bytes', async () => {
  const { state, ask } = await endpoint()
  const made = await ask(get('{ long }'))
  state.now += 5_000
  const cached = await ask(get('{ long }'))
  expect(state.executed).toBe(1)
  expect(String(cached.body)).toBe(made.body)
  expect(cached.headers).toEqual({
    ...made.headers,
    age: '5',
    vary: 'accept, accept-encoding',
    'server-timing': 'cache;desc="hit"',
  })
})

test.each<[string, HttpRequest]>([
  ['query', get('{ long } #')],
  ['variables', post({ query: '{ long }', variables: { a: 1 } })],
  ['operation', post({ query: '{ long }', operationName: 'A' })],
  ['method', post({ query: '{ long }' })],
  ['media type', get('{ long }', { accept: 'application/json' })],
  ['origin', { ...get('{ long }'), origin: 'https://other.example.org' }],
])('another %s has a response of its own', async (_, other) => {
  const { state, ask } = await endpoint()
  await ask(get('{ long }'))
  await ask(other)
  expect(state.executed).toBe(2)
})

test('a query is executed again within ten seconds of a new version, on a new day, and after a minute', async () => {
  const { state, ask } = await endpoint()
  const executedAfter = async (ms: number) => {
    state.now += ms
    await ask(get('{ long }'))
    return state.executed
  }
  expect(await executedAfter(0)).toBe(1)
  state.version = 'two'
  expect(await executedAfter(9_000)).toBe(1)
  expect(await executedAfter(1_000)).toBe(2)
  expect(await executedAfter(49_000)).toBe(2)
  expect(await executedAfter(1_000)).toBe(3)
  expect(await executedAfter(59_000)).toBe(3)
  expect(await executedAfter(1_000)).toBe(4)
})

test('a clock that is set back makes no response older than it is', async () => {
  const { state, ask } = await endpoint()
  await ask(get('{ long }'))
  state.now -= 3_600_000
  state.version = 'two'
  const { headers } = await ask(get('{ long }'))
  expect(headers).not.toHaveProperty('age')
  expect(state.executed).toBe(2)
})

test('an infinite number is not taken for null', async () => {
  const { state, ask } = await endpoint()
  const body = '{"query":"{ long }","variables":{"n":[1e999]}}'
  await ask(post({ query: '{ long }', variables: { n: [null] } }))
  await ask({ ...post({}), readBody: async () => Buffer.from(body) })
  expect(state.executed).toBe(2)
})

test('no operation and one without a name are asked for differently', async () => {
  const { state, ask } = await endpoint()
  await ask(post({ query: '{ long }' }))
  await ask(post({ query: '{ long }', operationName: '' }))
  expect(state.executed).toBe(2)
})

test('a response that is too large is not cached as an error', async () => {
  const { state, ask } = await endpoint({ data: { long: 'x'.repeat(6_000_000) } })
  for (let times = 0; times < 2; times++)
    expect(String((await ask(get('{ long }'))).body)).toContain('ANSWER_TOO_LARGE')
  expect(state.executed).toBe(2)
})

test('a response read while the data changed is not cached', async () => {
  const { state, during, ask } = await endpoint()
  during.run = () => {
    during.run = () => undefined
    state.version = 'two'
    state.now += 10_000
    return ask(get('{ other }'))
  }
  await ask(get('{ long }'))
  const { executed } = state
  await ask(get('{ long }'))
  expect(state.executed).toBe(executed + 1)
})

test('errors are not cached, and nothing is cached while the version cannot be read', async () => {
  const failing = await endpoint({ data: null, errors: [new GraphQLError('Broken.')] })
  await failing.ask(get('{ long }'))
  await failing.ask(get('{ long }'))
  expect(failing.state.executed).toBe(2)
  const { state, ask } = await endpoint()
  state.version = ''
  expect((await ask(get('{ long }'))).status).toBe(200)
  await ask(get('{ long }'))
  expect(state.executed).toBe(2)
})

test('a cached response is compressed for clients that accept gzip, with an ETag of its own that gives a 304', async () => {
  const { ask } = await endpoint()
  const { headers: plain } = await ask(get('{ long }'))
  const { headers, body } = await ask(get('{ long }', { 'accept-encoding': 'br, gzip;q=0.8' }))
  expect(headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept, accept-encoding' })
  expect(JSON.parse(String(gunzipSync(body as Uint8Array)))).toEqual({ data: { long } })
  expect(headers.etag).not.toBe(plain.etag)
  const tagged = { 'accept-encoding': 'gzip', 'if-none-match': String(headers.etag) }
  expect(await ask(get('{ long }', tagged))).toMatchObject({ status: 304, body: null })
  const plainlyTagged = { 'accept-encoding': 'gzip', 'if-none-match': String(plain.etag) }
  expect(await ask(get('{ long }', plainlyTagged))).toMatchObject({
    status: 304,
    headers: { etag: plain.etag },
  })
  const { headers: refused } = await ask(get('{ long }', { 'accept-encoding': 'gzip;q=0' }))
  expect(refused).toMatchObject({ etag: plain.etag })
  expect(refused).not.toHaveProperty('content-encoding')
})

test('a version that is not read in time gives 504', async () => {
  const { state, ask } = await endpoint(undefined, 20)
  state.version = 'never'
  expect(await ask(get('{ long }'))).toMatchObject({ status: 504 })
})
