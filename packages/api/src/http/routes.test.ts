import { buildSchema } from 'graphql'
import { describe, expect, test } from 'vitest'
import { anApi, aRequest, get, smallSchema } from '../testing/request.ts'

const at = (path: string, headers = {}, method = 'GET') => aRequest({ path, headers, method })
const BROWSER = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' }

describe('paths', () => {
  test('/schema.graphql is the schema, with an ETag', async () => {
    const { api } = anApi()
    const { status, headers, body } = await api.handle(at('/schema.graphql'))
    expect([status, headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8'])
    expect(buildSchema(String(body)).getQueryType()?.getFields()).toHaveProperty('hello')
    const again = await api.handle(at('/schema.graphql', { 'if-none-match': headers.etag }))
    expect(again.status).toBe(304)
  })

  test('/health shows the result of the check, and is never cached', async () => {
    const { api } = anApi({ check: async () => ({ latestDay: '2024-01-05' }) })
    const { status, headers, body } = await api.handle(at('/health'))
    expect([status, body]).toEqual([200, '{"status":"ok","latestDay":"2024-01-05"}'])
    expect(headers['cache-control']).toBe('no-store')
  })

  test('/health is 503 when the check fails, and says no more than the request id', async () => {
    const { api, events } = anApi({ check: () => Promise.reject(new Error('no table papers-prod')) })
    const { status, body } = await api.handle(at('/health'))
    expect([status, body]).toEqual([503, '{"status":"unavailable","requestId":"request-1"}'])
    expect(events).toMatchObject([{ message: 'health check failed', requestId: 'request-1' }])
  })

  test('/ sends browsers to GraphiQL and lists the paths for others', async () => {
    const { api } = anApi()
    expect(await api.handle(at('/', BROWSER))).toMatchObject({
      status: 302,
      headers: { location: '/graphql' },
    })
    expect((await api.handle(at('/', { accept: '*/*' }))).body).toContain('"graphql":"/graphql"')
  })

  test.each([
    '/nothing',
    '/graphql/',
    '/graphiql/',
    '/graphiql/nothing.js',
    '/graphiql/../app.js',
    '/__proto__',
  ])('%s is a short 404', async path => {
    const { status, headers, body } = await anApi().api.handle(at(path, BROWSER))
    expect([status, headers['content-type']]).toEqual([404, 'application/json; charset=utf-8'])
    expect(String(body).length).toBeLessThan(200)
  })

  test('only /graphql takes POST', async () => {
    const { status, headers } = await anApi().api.handle(at('/health', {}, 'POST'))
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS'])
  })
})

describe('every answer', () => {
  const requests = [
    get('{ hello }', { origin: 'https://reader.example' }),
    get('{ broken }', { origin: 'null' }),
    at('/nothing', { origin: 'https://reader.example' }),
    at('/graphql', BROWSER),
    at('/graphql', { origin: 'https://reader.example' }, 'OPTIONS'),
    at('/graphql', {}, 'DELETE'),
  ]

  test('every page may read it, and never with credentials', async () => {
    for (const request of requests) {
      const { headers } = await anApi().api.handle(request)
      expect(headers['access-control-allow-origin']).toBe('*')
      expect(headers).not.toHaveProperty('access-control-allow-credentials')
    }
  })

  test('has its request id and a policy', async () => {
    for (const request of requests) {
      const { headers } = await anApi().api.handle(request)
      expect(headers).toMatchObject({ 'x-request-id': 'request-1', 'x-content-type-options': 'nosniff' })
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'/)
    }
  })

  test('to a preflight names the methods and headers that are allowed, for a day', async () => {
    const { status, headers, body } = await anApi().api.handle(at('/graphql', {}, 'OPTIONS'))
    expect([status, body]).toEqual([204, null])
    expect(headers).toMatchObject({
      'access-control-allow-methods': 'GET, HEAD, POST, OPTIONS',
      'access-control-allow-headers': '*, authorization',
      'access-control-max-age': '86400',
    })
  })
})

test('the SDL given is served in place of the printed one', async () => {
  const { api } = anApi({ schema: smallSchema, sdl: 'type Query { a: Int }' })
  expect((await api.handle(at('/schema.graphql'))).body).toBe('type Query { a: Int }')
})
