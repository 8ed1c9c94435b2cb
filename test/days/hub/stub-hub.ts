import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** One entry of the feed, with what every entry has. */
export function entry(id: string, day: string, upvotes = 1) {
  const title = `On ${id}`
  const summary = `What ${id} is about.`
  const publishedAt = `${day}T00:00:00.000Z`
  const authors = [{ _id: `a-${id}`, name: `Author of ${id}`, hidden: false }]
  return {
    paper: { id, title, summary, publishedAt, authors, upvotes },
    title,
    summary,
    publishedAt,
    numComments: 0,
  }
}

export interface StubHub {
  url: string
  port: number
  /** What the Hub holds: entries by day. May be changed at any time. */
  days: Map<string, unknown[]>
  /** What links papers, by id; a paper without an entry is not indexed. */
  repos: Map<string, { models: object[]; datasets: object[]; spaces: object[] }>
  /** Answers this status in place of entries, while set. */
  status: number | null
  /** Whether the next request fails with 503. */
  fails: () => boolean
  /** The newest day that is open: a later one is refused. Every day is open while it is null. */
  newestDay: string | null
  /** Milliseconds before each answer. */
  delayMs: number
  /** Days and papers asked for, in order. */
  asked: string[]
}

function answerTo(
  { day, paper }: { day: string; paper?: string | undefined },
  { status, fails, newestDay, days, repos }: StubHub,
): { status: number; body: unknown } {
  const failure = status ?? (fails() ? 503 : null)
  if (failure !== null) return { status: failure, body: { error: 'not now' } }
  if (paper) return { status: repos.has(paper) ? 200 : 404, body: repos.get(paper) ?? { error: 'not found' } }
  if (newestDay === null || day <= newestDay) return { status: 200, body: days.get(day) ?? [] }
  const error = `date: must be less than or equal to "${newestDay}T23:59:59.999Z"`
  return { status: 400, body: { error } }
}

/** A stand-in for the Hub on loopback, which ends with the test. */
export async function stubHub(days: Record<string, unknown[]> = {}, port = 0): Promise<StubHub> {
  const hub: StubHub = {
    url: '',
    port,
    days: new Map(Object.entries(days)),
    repos: new Map(),
    status: null,
    fails: () => false,
    newestDay: null,
    delayMs: 0,
    asked: [],
  }
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', hub.url)
    const [, paper] = /^\/api\/arxiv\/(.+)\/repos$/.exec(url.pathname) ?? []
    const day = url.searchParams.get('date') ?? ''
    hub.asked.push(paper ?? day)
    setTimeout(() => {
      const { status, body } = answerTo({ day, paper }, hub)
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify(body))
    }, hub.delayMs)
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  hub.port = (server.address() as AddressInfo).port
  hub.url = `http://127.0.0.1:${hub.port}`
  return hub
}

/** An address of loopback where nothing listens. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
