import { createHash } from 'node:crypto'
import { getIntrospectionQuery } from 'graphql'
import { describe, expect, test } from 'vitest'
import type { HttpRequest } from './http/message.ts'
import { anApi, aRequest, get, post } from './http/testing/request.ts'

const NEW = 'application/graphql-response+json'

async function ask(request: HttpRequest, { api } = anApi()) {
  const { status, headers, body } = await api.handle(request)
  return { status, headers, body: body === null ? null : JSON.parse(String(body)) }
}
const codeOf = ({ body }: Awaited<ReturnType<typeof ask>>) => body.errors?.[0]?.extensions?.code

describe('GraphQL over HTTP', () => {
  test('a query is answered by GET and by POST, in either media type', async () => {
    for (const request of [get('{ hello }'), post({ query: '{ hello }' })]) {
      expect(await ask(request)).toMatchObject({ status: 200, body: { data: { hello: 'world' } } })
    }
    const { headers } = await ask(
      get('{ hello }', { accept: `${NEW}; charset=utf-8, application/json;q=0.9` }),
    )
    expect(headers['content-type']).toBe(`${NEW}; charset=utf-8`)
  })

  test('HEAD answers as GET does, without a body', async () => {
    const answer = await ask({ ...get('{ hello }'), method: 'HEAD' })
    expect(answer).toMatchObject({ status: 200, body: null, headers: { etag: expect.any(String) } })
  })

  test.each([
    ['a document that does not parse', { query: '{' }, 'GRAPHQL_PARSE_FAILED'],
    ['a field that does not exist', { query: '{ nothing }' }, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'a variable of another type',
      { query: 'query ($n: Int!) { twice(n: $n) }', variables: { n: 'a' } },
      'BAD_USER_INPUT',
    ],
    [
      'a null at run time',
      { query: 'query ($n: Int = 1) { twice(n: $n) }', variables: { n: null } },
      'BAD_USER_INPUT',
      200,
    ],
    ['a mutation', { query: 'mutation { __typename }' }, 'OPERATION_RESOLUTION_FAILURE'],
    ['a subscription', { query: 'subscription { __typename }' }, 'OPERATION_RESOLUTION_FAILURE'],
    [
      'an operation that is not there',
      { query: 'query a { hello }', operationName: 'b' },
      'OPERATION_RESOLUTION_FAILURE',
    ],
    [
      'several operations and no name',
      { query: 'query a { hello } query b { hello }' },
      'OPERATION_RESOLUTION_FAILURE',
    ],
    ['60,000 aliases', { query: `{${'a:hello '.repeat(3_000)}}` }, 'REQUEST_TOO_LARGE'],
  ])('%s has a code, and 400 only in the newer media type', async (_, body, code, status = 400) => {
    const context = anApi()
    // Twice, because the second time the document may come from the cache.
    for (const _time of [1, 2]) {
      const older = await ask(post(body, { accept: 'application/json' }), context)
      expect([older.status, codeOf(older)]).toEqual([200, code])
      const newer = await ask(post(body, { accept: NEW }), context)
      expect([newer.status, codeOf(newer)]).toEqual([status, code])
    }
    expect(context.events).toEqual([])
  })

  test.each([
    ['PUT', aRequest({ method: 'PUT' }), 405],
    ['a media type that is none of ours', get('{ hello }', { accept: 'image/png' }), 406],
    ['a form', post('query={hello}', { 'content-type': 'application/x-www-form-urlencoded' }), 415],
    ['a GraphQL text', post('{hello}', { 'content-type': 'application/graphql' }), 415],
    ['a multipart body', post('--x', { 'content-type': 'multipart/form-data; boundary=x' }), 415],
    ['JSON sent as text', post({ query: '{hello}' }, { 'content-type': 'text/plain' }), 415],
    [
      'another charset',
      post({ query: '{hello}' }, { 'content-type': 'application/json; charset=utf-16' }),
      415,
    ],
    ['a compressed body', post({ query: '{hello}' }, { 'content-encoding': 'gzip' }), 415],
    ['no query', aRequest(), 400],
    ['a batch', post([{ query: '{hello}' }]), 400],
    ['a query that is no string', post({ query: ['{hello}'] }), 400],
    ['broken JSON in the URL', aRequest({ query: 'query={hello}&variables={' }), 400],
    ['a body that is too large', post({ query: '{hello}', extensions: { x: 'x'.repeat(110_000) } }), 413],
    ['a URL that is too long', aRequest({ query: `query={hello}&x=${'x'.repeat(9_000)}` }), 414],
  ])('%s is refused with a status, a code and a message', async (_, request, status) => {
    const answer = await ask(request)
    expect(answer.status).toBe(status)
    expect(codeOf(answer)).toMatch(/^(BAD_REQUEST|REQUEST_TOO_LARGE)$/)
    expect(answer.headers['cache-control']).toBe('no-store')
  })

  test('broken JSON is not echoed', async () => {
    const answer = await ask(post('{"secret-token": 1'))
    expect(JSON.stringify(answer.body)).not.toContain('secret-token')
    expect(answer).toMatchObject({ status: 400 })
  })

  test('a long name that does not exist is not echoed whole', async () => {
    const answer = await ask(post({ query: `{ ${'x'.repeat(30_000)} }` }))
    expect(JSON.stringify(answer.body).length).toBeLessThan(1_000)
  })
})

describe('caching', () => {
  test('an answer has an ETag that brings a 304 with the same headers', async () => {
    const first = await ask(get('{ hello }'))
    expect(first.headers['cache-control']).toBe('public, max-age=60')
    const etag = String(first.headers.etag)
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const second = await ask(get('{ hello }', { 'if-none-match': known }))
      expect(second).toMatchObject({
        status: 304,
        body: null,
        headers: { etag, 'access-control-allow-origin': '*' },
      })
      expect(second.headers['content-type']).toBeUndefined()
    }
    expect((await ask(get('{ hello }', { 'if-none-match': '"other"' }))).status).toBe(200)
  })

  test('the graph may say that an answer stays right for long', async () => {
    expect((await ask(get('{ settled }'))).headers['cache-control']).toBe('public, max-age=86400')
  })

  test('answers with errors and answers to POST are not kept', async () => {
    for (const request of [get('{ settled refused }'), post({ query: '{ settled }' })]) {
      const { headers } = await ask(request)
      expect(headers['cache-control']).toBe('no-store')
      expect(headers.etag).toBeUndefined()
    }
  })
})

describe('persisted queries', () => {
  const sha256Hash = createHash('sha256').update('{ hello }').digest('hex')
  const extensions = { persistedQuery: { version: 1, sha256Hash } }

  test('a hash is unknown until the query came with it once', async () => {
    const context = anApi()
    const miss = await ask(post({ extensions }), context)
    expect(miss.body.errors).toEqual([
      { message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } },
    ])
    expect(miss.headers['cache-control']).toBe('no-store')
    expect((await ask(post({ query: '{ hello }', extensions }), context)).body.data).toEqual({
      hello: 'world',
    })
    const byUrl = aRequest({ query: `extensions=${encodeURIComponent(JSON.stringify(extensions))}` })
    expect((await ask(byUrl, context)).body.data).toEqual({ hello: 'world' })
  })

  test('a hash of another query is refused', async () => {
    expect(codeOf(await ask(post({ query: '{ item { name } }', extensions })))).toBe('BAD_USER_INPUT')
  })

  test('an extension of another form is refused', async () => {
    expect((await ask(post({ extensions: { persistedQuery: { version: 2 } } }))).status).toBe(400)
  })
})

describe('limits', () => {
  const nested = (levels: number) => `{ ${'item { '.repeat(levels)} name ${'}'.repeat(levels)} }`
  test.each([
    ['depth', nested(15), nested(16)],
    ['aliases', `{ ${'a: hello '.repeat(60)} }`, `{ ${'a: hello '.repeat(61)} }`],
    ['the length of an alias', `{ ${'a'.repeat(100)}: hello }`, `{ ${'a'.repeat(101)}: hello }`],
    [
      'directives',
      `{ ${'hello @skip(if: false) '.repeat(60)} }`,
      `{ ${'hello @skip(if: false) '.repeat(61)} }`,
    ],
    ['tokens', `{ sum(of: [${'1 '.repeat(1_985)}]) }`, `{ sum(of: [${'1 '.repeat(2_000)}]) }`],
    ['length', `{ hello } #${'x'.repeat(32_000)}`, `{ hello } #${'x'.repeat(33_000)}`],
    [
      'introspection',
      '{ ...on Query { __schema { description } } }',
      `{ ${'__schema { description } '.repeat(4)} }`,
    ],
    ['brackets', '{ hello } # {{{', `${'{'.repeat(61)} a ${'}'.repeat(61)}`],
  ])('%s is limited', async (_, allowed, refused) => {
    expect((await ask(post({ query: allowed }))).body.errors).toBeUndefined()
    const answer = await ask(post({ query: refused }, { accept: NEW }))
    expect([answer.status, codeOf(answer)]).toEqual([400, 'REQUEST_TOO_LARGE'])
  })

  test('depth is counted through fragments, and fragments that spread each other twice cost no time', async () => {
    const chain = Array.from(
      { length: 40 },
      (_, i) => `fragment f${i} on Item { item { ...f${i + 1} ...f${i + 1} } }`,
    )
    const query = `{ item { ...f0 } } ${chain.join(' ')} fragment f40 on Item { name }`
    expect(codeOf(await ask(post({ query })))).toBe('REQUEST_TOO_LARGE')
  })

  test('fragments that spread themselves are refused, not followed', async () => {
    const query =
      '{ item { ...a } } fragment a on Item { item { ...b } } fragment b on Item { item { ...a } }'
    expect(codeOf(await ask(post({ query })))).toBe('GRAPHQL_VALIDATION_FAILED')
  })

  test('a field repeated until its comparison costs too much is refused', async () => {
    expect(codeOf(await ask(post({ query: `{ ${'hello '.repeat(1_990)} }` })))).toBe('REQUEST_TOO_LARGE')
  })

  test('introspection passes', async () => {
    expect((await ask(post({ query: getIntrospectionQuery() }))).body.errors).toBeUndefined()
  })

  test('20,000 nested braces or lists are refused before they are parsed', async () => {
    for (const query of [`${'{a'.repeat(15_000)}`, `{ twice(n: ${'['.repeat(20_000)} }`]) {
      expect(codeOf(await ask(post({ query })))).toBe('REQUEST_TOO_LARGE')
    }
  })

  test('a query that takes too long ends with 504', async () => {
    const answer = await ask(get('{ never }'), anApi({ timeoutMs: 20 }))
    expect([answer.status, codeOf(answer)]).toEqual([504, 'TIMEOUT'])
  })

  test('an answer of more than 5 MB is not sent', async () => {
    expect(codeOf(await ask(get('{ words }')))).toBe('ANSWER_TOO_LARGE')
  })
})

describe('errors of our own', () => {
  test.each(['{ broken }', '{ wrong }'])(
    '%s shows the request id and nothing else, and the log has the rest',
    async query => {
      const context = anApi()
      const answer = await ask(get(query), context)
      expect(answer.status).toBe(200)
      expect(answer.headers['x-request-id']).toBe('request-1')
      const [error] = answer.body.errors
      expect(error.message).toMatch(/^Something went wrong on our side; .*request-1/)
      expect(error.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', requestId: 'request-1' })
      expect(JSON.stringify(answer.body)).not.toMatch(/secret|\/var|not a number/)
      expect(context.events).toMatchObject([
        { level: 'error', requestId: 'request-1', error: { message: expect.any(String) } },
      ])
    },
  )

  test('a context that cannot be made is a 500', async () => {
    const context = () => {
      throw new Error('no store')
    }
    const answer = await ask(get('{ hello }'), anApi({ context }))
    expect([answer.status, codeOf(answer)]).toEqual([500, 'INTERNAL_SERVER_ERROR'])
  })
})
