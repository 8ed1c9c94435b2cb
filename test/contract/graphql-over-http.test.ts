import { gunzipSync, zstdDecompressSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { LIMITS } from '../../packages/api/src/http/limits.ts'
import { startTransports } from './transports.ts'

const NEW = 'application/graphql-response+json'
const OLD = 'application/json'

interface Audit {
  path?: string
  method?: string
  headers?: Record<string, string>
  /** Text as it is, or an object that is sent as JSON. */
  body?: string | object
  status: number
  /** Where a client that names the older type alone gets another one. */
  legacyStatus?: number
  allow?: string
}

const query = (text: string, more: object = {}) => ({ query: text, ...more })
const byUrl = (search: Record<string, string>) => `/graphql?${new URLSearchParams(search)}`

/** GraphQL over HTTP, release of September 2026: what happened, and the status it has. */
const audits: Record<string, Audit> = {
  'data without errors': { body: query('{ __typename }'), status: 200 },
  'data by GET': { path: byUrl({ query: '{ __typename }' }), status: 200 },
  'data of a POST whose JSON has a charset': {
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: query('{ __typename }'),
    status: 200,
  },
  'data beside errors': {
    body: query('{ __typename node(id: "no id") { id } }'),
    status: 294,
    legacyStatus: 200,
  },
  'data that is null, and errors': {
    body: query('{ node(id: "no id") { id } }'),
    status: 294,
    legacyStatus: 200,
  },
  'a body that is no JSON': { body: '{ "query"', status: 400 },
  'variables in the URL that are no JSON': {
    path: byUrl({ query: '{ __typename }', variables: '{' }),
    status: 400,
  },
  'a document that cannot be parsed': { body: query('{'), status: 400 },
  'JSON without a query': { body: { qeury: '{ __typename }' }, status: 422 },
  'JSON that is a list': { body: [query('{ __typename }')], status: 422 },
  'JSON that is null': { body: 'null', status: 422 },
  'a query that is no text': { body: { query: 7 }, status: 422 },
  'variables that are a list': { body: query('{ __typename }', { variables: [7] }), status: 422 },
  'variables in the URL that are a list': {
    path: byUrl({ query: '{ __typename }', variables: '[7]' }),
    status: 422,
  },
  'extensions that are text': { body: query('{ __typename }', { extensions: 'x' }), status: 422 },
  'an operation name that is a number': { body: query('{ __typename }', { operationName: 1 }), status: 422 },
  'a document that is not valid': { body: query('{ nothing }'), status: 422 },
  'a variable of another type': {
    body: query('query ($id: ID!) { node(id: $id) { id } }', { variables: { id: null } }),
    status: 422,
  },
  'an ambiguous operation': { body: query('query a { __typename } query b { __typename }'), status: 422 },
  'an unknown operation': { body: query('query a { __typename }', { operationName: 'b' }), status: 422 },
  'a mutation by POST, of which there are none': { body: query('mutation { __typename }'), status: 422 },
  'a mutation by GET': { path: byUrl({ query: 'mutation { __typename }' }), status: 405, allow: 'POST' },
  'a query that costs too much': {
    body: query(
      `{ ${Array.from({ length: 40 }, (_, i) => `a${i}: papers(first: 100) { nodes { authors(first: 100) { nodes { id } } } }`).join(' ')} }`,
    ),
    status: 422,
  },
  'a query that is too deep': { body: query(`{ ${'a {'.repeat(61)} b ${'}'.repeat(61)} }`), status: 422 },
  'a method of another kind': {
    method: 'PUT',
    body: query('{ __typename }'),
    status: 405,
    allow: 'GET, HEAD, POST, OPTIONS',
  },
  'a body of another type': {
    headers: { 'content-type': 'text/plain' },
    body: '{ __typename }',
    status: 415,
  },
  'a body that is too large': { body: query(`{ __typename } #${'x'.repeat(LIMITS.bodyBytes)}`), status: 413 },
  'a URL that is too long': {
    path: byUrl({ query: `{ __typename } #${'x'.repeat(LIMITS.urlBytes)}` }),
    status: 414,
  },
  'a persisted query that is not known, by Apollo’s protocol': {
    body: { extensions: { persistedQuery: { version: 1, sha256Hash: '0'.repeat(64) } } },
    status: 200,
  },
}

const { transports, close } = await startTransports()
afterAll(close)

const initOf = ({ method, headers, body }: Audit, accept?: string): RequestInit => ({
  method: method ?? (body === undefined ? 'GET' : 'POST'),
  headers: {
    ...(body !== undefined && { 'content-type': OLD }),
    ...(accept && { accept }),
    ...headers,
  },
  ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
})

for (const { name, origin, send } of transports) {
  describe(name, () => {
    describe.each(Object.entries(audits))('%s', (_, audit) => {
      const { path = '/graphql', status, legacyStatus = status, allow } = audit
      test.each([NEW, '*/*', `${NEW}, ${OLD};q=0.9`, `${OLD}, ${NEW}`])(
        `is ${status} for %s`,
        async accept => {
          const response = await send(origin + path, initOf(audit, accept))
          expect(response.status).toBe(status)
          expect(response.headers.get('content-type')).toBe(`${NEW}; charset=utf-8`)
          if (allow) expect(response.headers.get('allow')).toBe(allow)
          // Only a well-formed response may carry the type.
          expect(await response.json()).toSatisfy(
            (body: object) => 'data' in body || ('errors' in body && Array.isArray(body.errors)),
          )
        },
      )

      test(`is ${legacyStatus} for ${OLD} alone, which names the type of a success`, async () => {
        const response = await send(origin + path, initOf(audit, OLD))
        expect(response.status).toBe(legacyStatus)
        const type = legacyStatus < 300 ? OLD : NEW
        expect(response.headers.get('content-type')).toBe(`${type}; charset=utf-8`)
      })
    })

    test('an Accept with neither type is 406', async () => {
      const response = await send(origin + byUrl({ query: '{ __typename }' }), {
        headers: { accept: 'image/png' },
      })
      expect(response.status).toBe(406)
    })

    test.each([
      ['gzip', byUrl({ query: '{ __schema { types { name description } } }' })],
      ['zstd', byUrl({ query: '{ __schema { types { name description } } }' })],
      ['gzip', '/schema.graphql'],
      ['gzip', '/feeds/latest.json'],
      ['zstd', '/feeds/latest.atom'],
    ])('%s compresses the first answer to %s, and the next', async (encoding, path) => {
      for (const _ of ['first', 'second']) {
        const response = await send(origin + path, {
          headers: { accept: '*/*', 'accept-encoding': encoding },
        })
        expect(response.headers.get('content-encoding')).toBe(encoding)
        expect(response.headers.get('vary')).toContain('accept-encoding')
        const bytes = Buffer.from(await response.arrayBuffer())
        const isRaw = name === 'through Lambda'
        const text = !isRaw ? bytes : encoding === 'gzip' ? gunzipSync(bytes) : zstdDecompressSync(bytes)
        expect(text.length).toBeGreaterThan(1_400)
      }
    })
  })
}
