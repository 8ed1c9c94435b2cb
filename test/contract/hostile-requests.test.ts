import { createPapersApi } from '@daily-papers/api/papers-api.ts'
import { aRequest } from '@daily-papers/api/testing/request.ts'
import { speak } from '@daily-papers/api/testing/speak.ts'
import { startServer } from '@daily-papers/api/transport/node.ts'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Asked, ask, askLarge, askQuery, codesOf } from '../servers/ask.ts'
import { startFilledStore } from '../servers/filled-store.ts'

/** What is wrong with the server at a URL; null when nothing is. */
type Problem = (url: string) => Promise<string | null>

const told = ({ status, text }: Asked): string => `${status} ${text.slice(0, 200)}`

/** A query that must be refused with a code, and as the client's mistake. */
const refused =
  (query: string | ((url: string) => Promise<string>), code: string, variables = {}): Problem =>
  async url => {
    const answer = await askQuery(url, typeof query === 'string' ? query : await query(url), variables)
    return answer.status < 500 && codesOf(answer)[0] === code ? null : told(answer)
  }

const post = (url: string, type: string, body: string) =>
  ask(`${url}/graphql`, { method: 'POST', headers: { 'content-type': type }, body })

const notRun =
  (type: string, body: string): Problem =>
  async url => {
    const answer = await post(url, type, body)
    return answer.status === 415 ? null : told(answer)
  }

const paged = (args: string) => `{ papers(${args}) { edges { cursor } } }`
const BAD = 'BAD_USER_INPUT'
const LARGE = 'REQUEST_TOO_LARGE'

async function firstOf(url: string, list: string): Promise<{ cursor: string; id: string }> {
  const { text } = await askQuery(
    url,
    `{ ${list}(first: 1) { edges { cursor ${list === 'papers' ? 'node { id }' : ''} } } }`,
  )
  return { cursor: /"cursor":"([^"]+)"/.exec(text)?.[1] ?? '', id: /"id":"([^"]+)"/.exec(text)?.[1] ?? '' }
}

/** A cursor of the list of papers with a made-up position. */
const madeUp = (position: string) => async (url: string) => {
  const { cursor } = await firstOf(url, 'papers')
  const forged = Buffer.from(cursor, 'base64url')
    .toString()
    .replace(/[^|]*$/, position)
  return paged(`first: 2, after: "${Buffer.from(forged).toString('base64url')}"`)
}

const dates = ['2024-1-5', 'Fri Jan 05 2024', '2023-02-30', '2024-01-05T00:00:00Z', '', 'x']

const failures: Record<string, Record<string, Problem>> = {
  '1. an error has a code': {
    'of a variable of a wrong type': refused(
      'query ($n: Int!) { papers(first: $n) { edges { cursor } } }',
      BAD,
      {
        n: 'a',
      },
    ),
    'of an operation that is none of ours': refused(
      'mutation { __typename }',
      'OPERATION_RESOLUTION_FAILURE',
    ),
    'of a negative size': refused(paged('first: -1'), BAD),
    'of a cursor that is none': refused(paged('after: "zzz"'), BAD),
    'of an id that is none': refused('{ node(id: "zzz") { id } }', BAD),
  },
  '2. refused, not served as some page, is': {
    'a cursor of another list': refused(
      async url => paged(`first: 2, after: "${(await firstOf(url, 'days')).cursor}"`),
      BAD,
    ),
    'a cursor at -5': refused(madeUp('-5'), BAD),
    'a cursor at 1e9': refused(madeUp('1e9'), BAD),
    'a cursor at NaN': refused(madeUp('NaN'), BAD),
    'a cursor at nothing': refused(madeUp(''), BAD),
    'an empty cursor': refused(paged('first: 2, after: ""'), BAD),
    'a garbage cursor': refused(paged('first: 2, after: "garbage"'), BAD),
    '`first` with `last`': refused(paged('first: 2, last: 2'), BAD),
    '`after` equal to `before`': refused(async url => {
      const { cursor } = await firstOf(url, 'papers')
      return paged(`first: 2, after: "${cursor}", before: "${cursor}"`)
    }, BAD),
  },
  '3. a page that is too large': {
    'is refused with the limit': async url => {
      const answer = await askQuery(url, paged('first: 1000000'))
      return /100\b/.test(answer.text) && codesOf(answer)[0] === BAD ? null : told(answer)
    },
  },
  '4. of ids': {
    'a bad one costs nothing but itself': async url => {
      const { id } = await firstOf(url, 'papers')
      const answer = await askQuery(url, 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
        ids: ['bad', id],
      })
      return JSON.stringify(answer.body?.data) === JSON.stringify({ nodes: [null, { id }] })
        ? null
        : told(answer)
    },
    'a long one is not echoed': async url => {
      const id = 'x'.repeat(90_000)
      const { text } = await askQuery(url, 'query ($id: ID!) { node(id: $id) { id } }', { id })
      return text.length < 1_000 ? null : `${text.length} bytes`
    },
    'more than a hundred are refused': async url => {
      const ids = Array.from({ length: 101 }, () => 'x')
      return refused('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', BAD, { ids })(url)
    },
  },
  '5. JSON that does not parse': {
    'is not echoed': async url => {
      const answer = await post(url, 'application/json', '{"secret-token": ')
      return answer.status === 400 && !/secret|position|originalError/.test(answer.text) ? null : told(answer)
    },
    'is not echoed in production': async url => {
      vi.stubEnv('NODE_ENV', 'production')
      try {
        const answer = await post(url, 'application/json', '{"secret-token": ')
        return answer.status === 400 && !/secret|position|originalError/.test(answer.text)
          ? null
          : told(answer)
      } finally {
        vi.unstubAllEnvs()
      }
    },
  },
  '6. no failure of ours is': {
    'a garbage Host': async url => {
      const request = 'GET /graphql?query={__typename} HTTP/1.1\r\nHost: [::\r\nConnection: close\r\n\r\n'
      const answer = await speak(url, request)
      return /^HTTP\/1.1 5|node_modules|at new /.test(answer) ? answer.slice(0, 200) : null
    },
    'garbage in the URL': async url => {
      const answer = await ask(`${url}/graphql?query={__typename}&variables={`)
      return answer.status === 400 && codesOf(answer)[0] === 'BAD_REQUEST' ? null : told(answer)
    },
  },
  '7. the parser does not overflow on 20,000 nested': {
    braces: refused('{a'.repeat(20_000), LARGE),
    lists: refused(`{ nodes(ids: ${'['.repeat(20_000)}) { id } }`, LARGE),
    objects: refused(`{ papers(first: ${'{a:'.repeat(20_000)}`, LARGE),
  },
  '8. a limit have': {
    aliases: refused(`{ ${Array.from({ length: 500 }, (_, i) => `a${i}: __typename`).join(' ')} }`, LARGE),
    directives: refused(`{ ${'...on Query @skip(if: false) { __typename } '.repeat(200)} }`, LARGE),
    tokens: refused(`{ ${'...on Query { __typename } '.repeat(500)} }`, LARGE),
    'the text of the query': refused(`{ __typename } # ${'x'.repeat(60_000)}`, LARGE),
    brackets: refused(`{ ${'... on Query { '.repeat(100)} __typename ${'}'.repeat(100)} }`, LARGE),
    depth: refused(`${'{ a '.repeat(20)}${'}'.repeat(20)}`, LARGE),
    'a body in chunks': async url => {
      const answer = await askLarge(url, { isChunked: true })
      return answer.status === 413 ? null : told(answer)
    },
    'a body of announced length': async url => {
      const answer = await askLarge(url, { isChunked: false })
      return answer.status === 413 ? null : told(answer)
    },
  },
  '9. not run, since any page can post it, is': {
    'a form': notRun('application/x-www-form-urlencoded', 'query={__typename}'),
    'a GraphQL text': notRun('application/graphql', '{__typename}'),
    'a multipart body': notRun(
      'multipart/form-data; boundary=x',
      '--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n{"query":"{__typename}"}\r\n--x\r\ncontent-disposition: form-data; name="map"\r\n\r\n{}\r\n--x--\r\n',
    ),
  },
  '10. not reflected, and without credentials, is': Object.fromEntries(
    ['null', 'https://elsewhere.example'].map((origin): [string, Problem] => [
      `the origin ${origin}`,
      async url => {
        const { headers } = await ask(`${url}/graphql?query={__typename}`, { headers: { origin } })
        const allowed = ['origin', 'credentials'].map(name => headers.get(`access-control-allow-${name}`))
        return allowed.join() === '*,' ? null : allowed.join()
      },
    ]),
  ),
  '11. no day is': Object.fromEntries(
    dates.map((date): [string, Problem] => [`"${date}"`, refused(`{ day(date: "${date}") { date } }`, BAD)]),
  ),
  '12. GraphiQL': {
    'comes from this server whole': async url => {
      const { text } = await ask(`${url}/graphql`, { headers: { accept: 'text/html' } })
      const elsewhere = [...text.matchAll(/(?:src|href)=["']?https?:[^"' >]+/g)].map(([found]) => found)
      return elsewhere.length === 0 ? null : elsewhere.join()
    },
  },
  '13. every answer': {
    ...Object.fromEntries(
      ['content-security-policy', 'x-content-type-options'].map((name): [string, Problem] => [
        `has ${name}`,
        async url => {
          const { headers } = await ask(`${url}/graphql?query={__typename}`)
          return headers.has(name) ? null : 'missing'
        },
      ]),
    ),
    'to an unknown path is a 404 that shows nothing of the server': async url => {
      const page = await ask(`${url}/nothing`, { headers: { accept: 'text/html' } })
      return page.status === 404 && !/node_modules|\.ts| {4}at /.test(page.text)
        ? null
        : `${page.status}, ${page.text}`
    },
    'ends, and a socket half open is closed': async url => {
      const answer = await speak(
        url,
        'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{',
      )
      return answer.startsWith('HTTP/1.1 408 ') ? null : answer || 'no answer'
    },
  },
}

describe.each(Object.entries(failures))('%s', (_, cases) => {
  test.each(Object.entries(cases))('%s', async (_, problem) => {
    expect(await problem(server.url)).toBeNull()
  })
})

let server: Awaited<ReturnType<typeof startServer>>
let filled: Awaited<ReturnType<typeof startFilledStore>>
beforeAll(async () => {
  filled = await startFilledStore()
  const api = createPapersApi({ store: filled.store, log: () => undefined })
  // The first page loads the pages, which may take longer than the server waits here.
  await api.handle(aRequest({ path: '/nothing', headers: { accept: 'text/html' } }))
  server = await startServer({ api, port: 0, timeouts: { headersMs: 500, requestMs: 1_000, idleMs: 3_000 } })
})
afterAll(() => Promise.all([server.close(), filled.close()]))
