import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { FeedError } from '../feed.ts'
import { createLog } from '../log.ts'
import type { HubOptions } from './hub-client.ts'
import { hubFeed } from './hub-feed.ts'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

const json =
  (body: unknown, headers: Record<string, string> = {}, status = 200): Answer =>
  (_, response) => {
    response
      .writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
      .end(JSON.stringify(body))
  }
const html: Answer = (_, response) => {
  response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html>\n<title>Down</title>')
}
const hang: Answer = () => {}
const reset: Answer = request => void request.socket.destroy()
const cutOff: Answer = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' })
  response.write('[{"paper":')
  setTimeout(() => response.destroy(), 5)
}
const cutShort: Answer = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json' }).end('[{"paper":')
}
const next = (path: string) => ({ link: `<${path}>; rel="next"` })

const started: (() => void)[] = []
afterEach(() => {
  for (const stop of started.splice(0)) stop()
})

/** A Hub on loopback that sends these responses in turn, the last one for ever, and a feed whose clock it moves. */
async function hub(answers: Answer[], options: Partial<HubOptions> = {}) {
  const requests: { url: string; headers: IncomingMessage['headers'] }[] = []
  const server = createServer((request, response) => {
    requests.push({ url: request.url ?? '', headers: request.headers })
    answers[Math.min(requests.length, answers.length) - 1]?.(request, response)
  })
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
  started.push(() => {
    server.close()
    server.closeAllConnections()
  })
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const waits: number[] = []
  const lines: string[] = []
  let at = Date.parse('2026-01-05T10:00:00Z')
  const feed = hubFeed({
    baseUrl,
    now: () => at,
    sleep: async ms => {
      waits.push(ms)
      at += ms
    },
    random: () => 1,
    log: createLog({ write: line => lines.push(line), now: () => at }),
    ...options,
  })
  return { feed, requests, waits, lines, baseUrl }
}

const failure = async (reading: Promise<unknown>): Promise<FeedError> => {
  const error = await reading.then(
    () => null,
    error => error,
  )
  expect(error).toBeInstanceOf(FeedError)
  return error
}

describe('a day', () => {
  test('is read whole, with the instant of the first request', async () => {
    const { feed, requests } = await hub([json([{ a: 1 }])])
    expect(await feed.read('2026-01-05')).toEqual({
      day: '2026-01-05',
      readAt: '2026-01-05T10:00:00.000Z',
      entries: [{ a: 1 }],
    })
    expect(requests[0]?.url).toBe('/api/daily_papers?date=2026-01-05&limit=100')
  })

  test('without papers is an empty reading', async () => {
    const { feed } = await hub([json([])])
    expect(await feed.read('2026-01-04')).toMatchObject({ entries: [] })
  })

  describe('that the Hub refuses as one in the future', () => {
    const refused = json({ error: 'date: must be less than or equal to "2026-01-04T23:59:59.999Z"' }, {}, 400)
    const read = async (day: string, now: string, answer = refused) => {
      const { feed, requests } = await hub([answer], { now: () => Date.parse(now) })
      const reading = await feed.read(day).catch(error => error.message)
      expect(requests).toHaveLength(1)
      return reading
    }

    test.each([
      ['from its first instant', '2026-01-05T00:00:00.000Z'],
      ['until 6 hours after its end', '2026-01-06T05:59:59.999Z'],
    ])('is not open yet, %s', async (_, now) => {
      expect(await read('2026-01-05', now)).toEqual({ day: '2026-01-05', absent: 'not open yet' })
    })

    test.each([
      ['it is over for 6 hours', '2026-01-06T06:00:00.000Z'],
      ['it has not begun', '2026-01-04T23:59:59.999Z'],
    ])('is an error when %s', async (_, now) => {
      expect(await read('2026-01-05', now)).toContain('2026-01-05: the Hub answered 400')
    })

    test.each(['date: Invalid ISO date', 'limit: must be less than or equal to 100'])(
      'is an error when the Hub answers 400 for another reason: %s',
      async error => {
        const answer = json({ error }, {}, 400)
        expect(await read('2026-01-05', '2026-01-05T00:07:00Z', answer)).toContain(error)
      },
    )
  })

  test('of several pages is followed to its end', async () => {
    const { feed, requests } = await hub([
      json([1, 2], next('/api/daily_papers?date=2026-01-05&limit=100&p=1')),
      json([3], next('/api/daily_papers?date=2026-01-05&limit=100&p=2')),
      json([]),
    ])
    expect(await feed.read('2026-01-05')).toMatchObject({ entries: [1, 2, 3] })
    expect(requests.map(({ url }) => new URL(url, 'http://hub').searchParams.get('p'))).toEqual([
      null,
      '1',
      '2',
    ])
  })

  test('fails as a whole when one of its pages fails', async () => {
    const { feed } = await hub([json([1, 2], next('/p1')), json({ error: 'no' }, {}, 503)], { retries: 1 })
    expect((await failure(feed.read('2026-01-05'))).message).toMatch(/^2026-01-05: the Hub answered 503/)
  })

  test('is not followed to another origin, nor for ever', async () => {
    const elsewhere = await hub([json([1], next('https://example.org/api/daily_papers?p=1'))], {
      token: 'secret',
    })
    expect((await failure(elsewhere.feed.read('2026-01-05'))).message).toContain('https://example.org')
    const endless = await hub([json([1], next('/again'))])
    expect((await failure(endless.feed.read('2026-01-05'))).message).toContain('after 20 pages')
    expect(endless.requests).toHaveLength(20)
  })
})

describe('a request', () => {
  test('names the project, and carries the token only when there is one', async () => {
    const anonymous = await hub([json([])])
    await anonymous.feed.read('2026-01-05')
    expect(anonymous.requests[0]?.headers['user-agent']).toMatch(/^daily-papers-graph\//)
    expect(anonymous.requests[0]?.headers.authorization).toBeUndefined()
    const known = await hub([json([])], { token: 'hf_example' })
    await known.feed.read('2026-01-05')
    expect(known.requests[0]?.headers.authorization).toBe('Bearer hf_example')
  })

  test.each([
    ['408', json({ error: 'slow' }, {}, 408)],
    ['425', json({ error: 'early' }, {}, 425)],
    ['429', json({ error: 'limit' }, {}, 429)],
    ['500', json({ error: 'broken' }, {}, 500)],
    ['503', json({ error: 'busy' }, {}, 503)],
    ['a web page', html],
    ['an error object with 200', json({ error: 'oops' })],
    ['a reset connection', reset],
    ['a cut-off body', cutOff],
    ['a body that ends too early', cutShort],
    ['no answer in time', hang],
  ])('is repeated after %s', async (_, fault) => {
    const { feed, requests, waits, lines } = await hub([fault, fault, json([1])], {
      requestTimeoutMs: fault === hang ? 300 : 20_000,
    })
    expect(await feed.read('2026-01-05')).toMatchObject({ entries: [1] })
    expect(requests).toHaveLength(3)
    expect(waits).toEqual([1000, 2000])
    expect(lines.map(line => JSON.parse(line).message)).toEqual(Array(2).fill('asking the Hub again'))
  })

  test('is repeated five times with full jitter, then the day fails', async () => {
    const { feed, requests, waits } = await hub([json({ error: 'x' }, {}, 503)], { random: () => 0.5 })
    const error = await failure(feed.read('2026-01-05'))
    expect(error.retryable).toBe(true)
    expect(requests).toHaveLength(6)
    expect(waits).toEqual([500, 1000, 2000, 4000, 8000])
  })

  test.each([400, 401, 404])('is not repeated after %i', async status => {
    const { feed, requests } = await hub([json({ error: 'must be less\n than or equal' }, {}, status)])
    const error = await failure(feed.read('2026-01-06'))
    expect(error.retryable).toBe(false)
    expect(error.message).toContain(`${status} application/json: {"error":"must be less\\n than or equal"}`)
    expect(requests).toHaveLength(1)
  })

  test('is not repeated when nothing listens there', async () => {
    let requests = 0
    const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })
    const feed = hubFeed({
      baseUrl: 'http://hub.invalid',
      fetch: () => {
        requests++
        return Promise.reject(new TypeError('fetch failed', { cause: refused }))
      },
    })
    const error = await failure(feed.read('2026-01-05'))
    expect(error.message).toBe('2026-01-05: http://hub.invalid did not answer: ECONNREFUSED, connect')
    expect(error.retryable).toBe(true)
    expect(requests).toBe(1)
  })

  test('waits as long as Retry-After says', async () => {
    const { feed, waits } = await hub([json({ error: 'limit' }, { 'retry-after': '30' }, 429), json([1])])
    await feed.read('2026-01-05')
    expect(waits).toEqual([1000, 29_000])
  })

  test('waits for the next window when the limit is used up', async () => {
    const { feed, waits } = await hub([json([1], { ratelimit: '"api";r=0;t=60' }), json([])])
    await feed.read('2026-01-05')
    await feed.read('2026-01-04')
    expect(waits).toEqual([61_000])
  })

  test('keeps the gap that a backfill asks for', async () => {
    const { feed, waits } = await hub([json([])], { minimumGapMs: 1500 })
    for (const day of ['2026-01-05', '2026-01-04', '2026-01-03']) await feed.read(day)
    expect(waits).toEqual([1500, 1500])
  })

  test('ends with the reason of the run when that is aborted, in a request as in a wait', async () => {
    const reason = new Error('time is over')
    const inRequest = new AbortController()
    const { feed } = await hub([() => inRequest.abort(reason)])
    await expect(feed.read('2026-01-05', inRequest.signal)).rejects.toBe(reason)
    const inWait = new AbortController()
    const waiting = await hub([json({ error: 'x' }, {}, 503)], {
      sleep: async (_ms, signal) => {
        inWait.abort(reason)
        signal?.throwIfAborted()
      },
    })
    await expect(waiting.feed.read('2026-01-05', inWait.signal)).rejects.toBe(reason)
    expect(waiting.requests).toHaveLength(1)
  })
})

test('a failure shows one line of the response', async () => {
  const { feed } = await hub([html], { retries: 0 })
  const { message } = await failure(feed.read('2026-01-05'))
  expect(message).toBe(
    '2026-01-05: the Hub did not answer with complete JSON: 200 text/html: <!doctype html> <title>Down</title>',
  )
})
