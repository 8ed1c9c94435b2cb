import { createPapersApi } from '@daily-papers/api/api.ts'
import { startServer } from '@daily-papers/api/server.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, askLarge, askQuery, codesOf, speak } from './fixtures/ask.ts'
import { startFilledStore } from './fixtures/filled-store.ts'
import { startPlainServer } from './fixtures/plain-server.ts'

/** What is wrong with the server at a URL; empty when nothing is. */
type Problems = (url: string) => Promise<string[]>

const post = (url: string, type: string, body: string) =>
  ask(`${url}/graphql`, { method: 'POST', headers: { 'content-type': type }, body })

const cursor = (text: string) => Buffer.from(text).toString('base64')

/** The queries that are answered, or refused with another code than `code`. */
async function notRefused(url: string, queries: string[], code: string): Promise<string[]> {
  const asked = await Promise.all(queries.map(async query => ({ query, answer: await askQuery(url, query) })))
  return asked
    .filter(({ answer }) => answer.status >= 500 || codesOf(answer)[0] !== code)
    .map(({ query, answer }) => `${query.slice(0, 80)} → ${answer.status} ${answer.text.slice(0, 80)}`)
}

const failures: [string, Problems][] = [
  [
    '1. every error has a code',
    async url => {
      const answers = await Promise.all([
        askQuery(url, 'query ($n: Int!) { papers(first: $n) { edges { cursor } } }', { n: 'a' }),
        askQuery(url, 'mutation { __typename }'),
        askQuery(url, '{ papers(first: -1) { edges { cursor } } }'),
        askQuery(url, '{ papers(after: "zzz") { edges { cursor } } }'),
        askQuery(url, '{ node(id: "zzz") { id } }'),
      ])
      return answers
        .filter(answer => codesOf(answer)[0] === undefined || codesOf(answer)[0] === 'none')
        .map(a => a.text)
    },
  ],
  [
    '2. cursors from elsewhere, garbage, and arguments that contradict each other are refused',
    async url => {
      const days = await askQuery(url, '{ days(first: 1) { edges { cursor } } }')
      const ofDays = /"cursor":"([^"]+)"/.exec(days.text)?.[1] ?? ''
      const cursors = [
        ofDays,
        ...['-5', '1e9', 'NaN', ''].map(n => cursor(`OffsetConnection:${n}`)),
        '',
        'garbage',
      ]
      const refused = [
        ...cursors.map(text => `{ papers(first: 2, after: "${text}") { edges { cursor } } }`),
        '{ papers(first: 2, last: 2) { edges { cursor } } }',
      ]
      return notRefused(url, refused, 'BAD_USER_INPUT')
    },
  ],
  [
    '3. a page that is too large is refused with the limit, not cut silently',
    async url => {
      const { text } = await askQuery(url, '{ papers(first: 1000000) { edges { cursor } } }')
      return /100\b/.test(text) && text.includes('BAD_USER_INPUT') ? [] : [text.slice(0, 100)]
    },
  ],
  [
    '4. one bad id costs nothing but itself, ids have a limit, and errors stay short',
    async url => {
      const { text: known } = await askQuery(url, '{ papers(first: 1) { edges { node { id } } } }')
      const id = /"id":"([^"]+)"/.exec(known)?.[1]
      const mixed = await askQuery(
        url,
        '{ nodes(ids: ["bad", $id]) { id } }'.replace('$id', JSON.stringify(id)),
      )
      const long = await askQuery(url, 'query ($id: ID!) { node(id: $id) { id } }', {
        id: 'x'.repeat(90_000),
      })
      const many = await askQuery(url, 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
        ids: Array.from({ length: 101 }, () => id),
      })
      return [
        ...(JSON.stringify(mixed.body?.data) === JSON.stringify({ nodes: [null, { id }] })
          ? []
          : [mixed.text]),
        ...(long.text.length < 1_000 ? [] : [`${long.text.length} bytes`]),
        ...(codesOf(many)[0] === 'BAD_USER_INPUT' ? [] : ['no limit']),
      ]
    },
  ],
  [
    '5. JSON that does not parse is not echoed',
    async url => {
      const { status, text } = await post(url, 'application/json', '{"secret-token": ')
      return status === 400 && !/secret|position|originalError/.test(text) ? [] : [text]
    },
  ],
  [
    '6. a garbage Host, or garbage in the URL, shows no path and is no failure of ours',
    async url => {
      const host = await speak(
        url,
        'GET /graphql?query={__typename} HTTP/1.1\r\nHost: [::\r\nConnection: close\r\n\r\n',
      )
      const variables = await ask(`${url}/graphql?query={__typename}&variables={`)
      return [
        ...(/^HTTP\/1.1 5|node_modules|at new /.test(host) ? [host.slice(0, 200)] : []),
        ...(variables.status === 400 && codesOf(variables)[0] !== 'none' ? [] : [variables.text]),
      ]
    },
  ],
  [
    '7. 20,000 nested braces or lists do not overflow the parser',
    async url =>
      notRefused(
        url,
        [
          '{a'.repeat(20_000),
          `{ nodes(ids: ${'['.repeat(20_000)}) { id } }`,
          `{ papers(first: ${'{a:'.repeat(20_000)}`,
        ],
        'REQUEST_TOO_LARGE',
      ),
  ],
  [
    '8. aliases, depth, tokens, directives, the query and the body have limits',
    async url => {
      const deep = '... on Query { '
      const queries = [
        `{ ${'a: __typename '.repeat(500)} }`,
        `{ ${'__typename @skip(if: false) '.repeat(200)} }`,
        `query (${'$a: Int '.repeat(700)}) { __typename }`,
        `{ __typename } # ${'x'.repeat(60_000)}`,
        `{ ${deep.repeat(100)} __typename ${'}'.repeat(100)} }`,
      ]
      const { status } = await askLarge(url, { isChunked: true })
      return [
        ...(await notRefused(url, queries, 'REQUEST_TOO_LARGE')),
        ...(status === 413 ? [] : [`body: ${status}`]),
      ]
    },
  ],
  [
    '9. forms, multipart and GraphQL text, which any page can post, are not run',
    async url => {
      const form =
        '--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n{"query":"{__typename}"}\r\n--x\r\ncontent-disposition: form-data; name="map"\r\n\r\n{}\r\n--x--\r\n'
      const answers = await Promise.all([
        post(url, 'application/x-www-form-urlencoded', 'query={__typename}'),
        post(url, 'application/graphql', '{__typename}'),
        post(url, 'multipart/form-data; boundary=x', form),
      ])
      return answers.filter(({ status }) => status !== 415).map(({ status, text }) => `${status} ${text}`)
    },
  ],
  [
    '10. no origin is reflected, and credentials are never allowed',
    async url => {
      const origins = ['null', 'https://elsewhere.example']
      const answers = await Promise.all(
        origins.map(origin => ask(`${url}/graphql?query={__typename}`, { headers: { origin } })),
      )
      return answers
        .map(({ headers }) =>
          ['origin', 'credentials'].map(name => headers.get(`access-control-allow-${name}`)).join(),
        )
        .filter(allowed => allowed !== '*,')
    },
  ],
  [
    '11. a date is a day that exists, written YYYY-MM-DD',
    async url =>
      notRefused(
        url,
        ['2024-1-5', 'Fri Jan 05 2024', '2023-02-30', '2024-01-05T00:00:00Z', '', 'x'].map(
          date => `{ day(date: "${date}") { date } }`,
        ),
        'BAD_USER_INPUT',
      ),
  ],
  [
    '12. GraphiQL comes from this server whole',
    async url => {
      const { text } = await ask(`${url}/graphql`, { headers: { accept: 'text/html' } })
      return [...text.matchAll(/(?:src|href)=["']?https?:[^"' >]+/g)].map(([found]) => found)
    },
  ],
  [
    '13. every answer has its security headers, and an unknown path is a 404 for everybody',
    async url => {
      const page = await ask(`${url}/nothing`, { headers: { accept: 'text/html' } })
      const { headers } = await ask(`${url}/graphql?query={__typename}`)
      return [
        ...(page.status === 404 && page.text.length < 300
          ? []
          : [`${page.status}, ${page.text.length} bytes`]),
        ...['content-security-policy', 'x-content-type-options'].filter(name => !headers.has(name)),
      ]
    },
  ],
]

describe('what a plain server fails at', () => {
  let plain: Awaited<ReturnType<typeof startPlainServer>>
  let ours: Awaited<ReturnType<typeof startServer>>
  let filled: Awaited<ReturnType<typeof startFilledStore>>
  beforeAll(async () => {
    plain = await startPlainServer()
    filled = await startFilledStore()
    ours = await startServer({ api: createPapersApi({ store: filled.store, log: () => undefined }), port: 0 })
  })
  afterAll(() => Promise.all([plain.close(), ours.close(), filled.close()]))

  test.each(failures)('%s', async (_, problems) => {
    expect(await problems(plain.url)).not.toEqual([])
    expect(await problems(ours.url)).toEqual([])
  })
})
