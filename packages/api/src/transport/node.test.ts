import { Readable } from 'node:stream'
import { afterEach, expect, test } from 'vitest'
import type { Api } from '../api.ts'
import { anApi } from '../testing/request.ts'
import { speak } from '../testing/speak.ts'
import { type RunningServer, startServer, type Timeouts } from './node.ts'

const open: RunningServer[] = []
afterEach(() => Promise.all(open.splice(0).map(server => server.close())))

async function serve(timeouts: Partial<Timeouts> = {}): Promise<string> {
  const server = await startServer({ api: anApi().api, port: 0, timeouts })
  open.push(server)
  return server.url
}

const post = (url: string, body: string | ReadableStream | Readable) =>
  fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: body as BodyInit,
    duplex: 'half',
  } as RequestInit)

test('queries are answered by POST and by GET, chunked or not', async () => {
  const url = await serve()
  expect(await (await fetch(`${url}/graphql?query={hello}`)).json()).toEqual({ data: { hello: 'world' } })
  expect(await (await post(url, '{"query":"{hello}"}')).json()).toEqual({ data: { hello: 'world' } })
  expect(await (await post(url, Readable.from(['{"query":', '"{hello}"}']))).json()).toEqual({
    data: { hello: 'world' },
  })
})

test('a body that is too large is refused with 413, announced or streamed, and the server goes on', async () => {
  const url = await serve()
  const large = 'x'.repeat(10_000_000)
  expect((await post(url, large)).status).toBe(413)
  const pieces = (function* () {
    for (let i = 0; i < 100; i++) yield 'x'.repeat(20_000)
  })()
  expect((await post(url, Readable.from(pieces))).status).toBe(413)
  expect((await fetch(`${url}/graphql?query={hello}`)).status).toBe(200)
})

test.each(['<script>', 'a b c', '[::', '../../etc/passwd', ''])(
  'a Host header of %j changes nothing',
  async host => {
    const answer = await speak(
      await serve(),
      `GET /graphql?query={hello} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
    )
    expect(answer).toMatch(/^HTTP\/1.1 200 /)
    expect(answer).not.toContain('/packages/')
  },
)

test('a path that is a whole URL, or no URL at all, is not an error of ours', async () => {
  const url = await serve()
  for (const path of ['http://elsewhere/graphql', '//', '/%', '*', '?']) {
    expect(await speak(url, `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)).toMatch(
      /^HTTP\/1.1 4/,
    )
  }
})

test('a request that is not HTTP gets 400 and is cut off', async () => {
  expect(await speak(await serve(), 'hello\r\n\r\n')).toMatch(/^HTTP\/1.1 400 /)
})

test('headers that are too long are answered with 431', async () => {
  const text = `GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(40_000)}\r\n\r\n`
  expect(await speak(await serve(), text)).toMatch(/^HTTP\/1.1 431 /)
})

test.each([
  ['that sends nothing', ''],
  ['that never ends its headers', 'GET / HTTP/1.1\r\nHost: x\r\n'],
  [
    'that never ends its body',
    'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{',
  ],
])('a client %s gets 408 and is cut off', { timeout: 8_000 }, async (_, text) => {
  const url = await serve({ headersMs: 100, requestMs: 200 })
  expect(await speak(url, text)).toMatch(/^HTTP\/1.1 408 /)
})

test('a port that is taken is an error', async () => {
  const { port } = new URL(await serve())
  await expect(startServer({ api: anApi().api, port: Number(port) })).rejects.toThrow('EADDRINUSE')
})

test('closing waits for the request that is being answered, and for no idle connection', async () => {
  const { api } = anApi({ timeoutMs: 200 })
  const { promise: begun, resolve } = Promise.withResolvers<void>()
  const handle: Api['handle'] = request => {
    if (request.path === '/graphql') resolve()
    return api.handle(request)
  }
  const server = await startServer({ api: { handle }, port: 0 })
  await fetch(`${server.url}/health`)
  const pending = fetch(`${server.url}/graphql?query={never}`)
  await begun
  await server.close()
  expect((await pending).status).toBe(504)
})
