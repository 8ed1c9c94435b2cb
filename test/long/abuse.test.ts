import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, askLarge, askQuery, codesOf } from '../servers/ask.ts'
import { toolCall } from '../servers/mcp-message.ts'

/** An ordinary question, which reads the store. */
const LIGHT = '{ day { date papers(first: 2) { nodes { title } } } }'

let server: ChildProcess
let url: string
/** Of the same process, with short time-outs. */
let impatientUrl: string

async function heard<T>(): Promise<T> {
  const [message] = await once(server, 'message')
  return message as T
}

/** Heap and buffers of the server after a collection, in bytes. */
async function memory(): Promise<number> {
  server.send('memory')
  return (await heard<{ bytes: number }>()).bytes
}

beforeAll(async () => {
  const script = new URL('../servers/abused-server.ts', import.meta.url)
  server = fork(script, { execArgv: ['--max-old-space-size=256'] })
  ;({ url, impatientUrl } = await heard<{ url: string; impatientUrl: string }>())
})
afterAll(() => server.kill())

const many = <T>(count: number, one: (n: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, n) => one(n)))

/** Sockets that send a text and then nothing. */
const hang = (count: number, text: string): Promise<Socket[]> =>
  many(count, async () => {
    const socket = connect(Number(new URL(impatientUrl).port), '127.0.0.1').on('error', () => undefined)
    await once(socket, 'connect')
    socket.write(text)
    return socket
  })

/** Does something harmful, and asks an ordinary question meanwhile, which must be answered soon. */
async function meanwhile<T>(harm: Promise<T>): Promise<T> {
  await expectAnswer()
  const done = await harm
  await expectAnswer()
  return done
}

async function expectAnswer() {
  const started = performance.now()
  expect((await askQuery(url, LIGHT)).body).toMatchObject({ data: { day: { date: '2024-01-28' } } })
  expect(performance.now() - started).toBeLessThan(5_000)
}

describe('abuse is refused, others are answered, and memory returns', () => {
  let before: number
  beforeAll(async () => {
    await many(50, () => askQuery(url, LIGHT))
    before = await memory()
  })

  test('500 connections at once are all answered', async () => {
    const answers = await many(500, n =>
      askQuery(url, `{ a${n}: day { date papers(first: 2) { nodes { title } } } }`),
    )
    expect(answers.filter(({ status }) => status !== 200)).toEqual([])
  })

  test.each([
    ['that send nothing', ''],
    ['that stop within their headers', 'GET /graphql HTTP/1.1\r\nHost: x\r\nX-'],
    [
      'that stop within their body',
      'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{',
    ],
    ['that never read their answers', 'GET /schema.graphql HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(20)],
  ])('300 sockets %s are cut off, and others are answered meanwhile', async (_, text) => {
    const sockets = await hang(300, text)
    for (const socket of sockets) {
      if (text.includes('schema')) socket.pause()
      else socket.resume()
    }
    await meanwhile(
      Promise.all(
        sockets.map(socket => (socket.closed ? null : Promise.race([once(socket, 'close'), cutOff(socket)]))),
      ),
    )
  })

  test('bodies of 10 MB are refused with 413', async () => {
    for (let round = 0; round < 5; round++) {
      // A client that is slow to send may find the connection cut before it sees the answer.
      const send = (n: number) => askLarge(url, { isChunked: n % 2 === 0 }).catch(() => ({ status: 'cut' }))
      const statuses = await meanwhile(many(8, async n => (await send(n)).status))
      expect(statuses.filter(status => status !== 413 && status !== 'cut')).toEqual([])
    }
    const sendOne = async () =>
      (await askLarge(url, { isChunked: true }).catch(() => ({ status: 'cut' }))).status
    await expect.poll(sendOne, { timeout: 60_000 }).toBe(413)
  })

  test.each([
    ['20,000 nested braces', '{a'.repeat(20_000)],
    ['20,000 nested lists', `{ nodes(ids: ${'['.repeat(20_000)}) { id } }`],
    ['60,000 aliases', `{${'a:__typename '.repeat(60_000)}}`],
    [
      'fragments that spread one another',
      Array.from({ length: 250 }, (_, i) => `fragment f${i} on Paper{...f${i + 1}}`).join(' '),
    ],
    ['one field repeated up to the limit of tokens', `{${'day{date}'.repeat(490)}}`],
    [
      'distinct aliases of one nested field',
      `{${Array.from({ length: 60 }, (_, i) => `a${i}:day{papers{nodes{title}}}`).join(' ')}}`,
    ],
  ])('200 queries of %s are answered or refused, and none is a failure of ours', async (_, query) => {
    const answers = await many(200, () => askQuery(url, query))
    expect(answers.filter(({ status, text }) => status >= 500 || text.length > 20_000)).toEqual([])
    const known = [
      undefined,
      'REQUEST_TOO_LARGE',
      'COST_LIMIT_EXCEEDED',
      'GRAPHQL_VALIDATION_FAILED',
      'OPERATION_RESOLUTION_FAILURE',
    ]
    expect(answers.filter(answer => !known.includes(codesOf(answer)[0] as string | undefined))).toEqual([])
    await expectAnswer()
  })

  test('hundreds of different large queries do not pile up', async () => {
    const ids = '"x" '.repeat(1_900)
    for (let batch = 0; batch < 5; batch++) {
      await many(100, n => askQuery(url, `{ nodes(ids: [${ids} "${batch} ${n}"]) { id } }`))
    }
  })

  test('a hundred calls of assistants at once, honest and hostile, are all answered', async () => {
    const keywords = Array.from({ length: 5_000 }, (_, n) => `keyword ${n}`)
    await ask(`${url}/mcp`, toolCall('list_papers', {}))
    const given = [{ limit: 50 }, { keywords }, { cursor: 'x'.repeat(90_000) }]
    const answers = await many(100, n => ask(`${url}/mcp`, toolCall('list_papers', given[n % given.length])))
    expect(answers.filter(({ status }) => status !== 200)).toEqual([])
  })

  test('afterwards the memory is back', async () => {
    expect((await memory()) - before).toBeLessThan(40_000_000)
  })
})

/** A socket that is not read never sees its end; one that cannot be written to any more does. */
async function cutOff(socket: Socket): Promise<void> {
  while (!socket.destroyed && socket.writable) {
    await new Promise(resolve => setTimeout(resolve, 500))
    socket.write(' ')
  }
}
