import { describe, expect, test } from 'vitest'
import { anApi, aRequest, ask, codeOf, get, post } from '../testing/request.ts'

const NEW = 'application/graphql-response+json'

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
    ['a document that does not parse', { query: '{' }, 'GRAPHQL_PARSE_FAILED', 400],
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
      294,
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
    ['3,000 aliases', { query: `{${'a:hello '.repeat(3_000)}}` }, 'REQUEST_TOO_LARGE'],
  ])('%s has a code and a status in either media type', async (_, body, code, status = 422) => {
    const context = anApi()
    // Twice, because the second time the document may come from the cache.
    for (const _time of [1, 2]) {
      const older = await ask(post(body, { accept: 'application/json' }), context)
      expect([older.status, codeOf(older)]).toEqual([status === 294 ? 200 : status, code])
      const newer = await ask(post(body, { accept: NEW }), context)
      expect([newer.status, codeOf(newer)]).toEqual([status, code])
    }
    expect(context.events).toEqual([])
  })

  test('a response shows the first twenty of many errors', async () => {
    const query = `{ ${Array.from({ length: 30 }, (_, i) => `a${i}: refused`).join(' ')} }`
    expect((await ask(post({ query }))).body.errors).toHaveLength(20)
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
    ['no query', aRequest(), 422],
    ['a batch', post([{ query: '{hello}' }]), 422],
    ['a query that is no string', post({ query: ['{hello}'] }), 422],
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

describe('errors of our own', () => {
  test.each(['{ broken }', '{ wrong }'])(
    '%s shows the request id and nothing else, and the log has the rest',
    async query => {
      const context = anApi()
      const answer = await ask(get(query), context)
      expect(answer.status).toBe(294)
      expect(answer.headers['x-request-id']).toBe('request-1')
      const [error] = answer.body.errors
      expect(error.message).toMatch(/^Something went wrong on our side; .*request-1/)
      expect(error.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', requestId: 'request-1' })
      expect(JSON.stringify(answer.body)).not.toMatch(/secret|\/var|not a number/)
      expect(context.events).toMatchObject([
        { level: 'ERROR', requestId: 'request-1', error: { message: expect.any(String) } },
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
