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
  /** Answers this status in place of entries, while set. */
  status: number | null
  /** Milliseconds before each answer. */
  delayMs: number
  /** Days asked for, in order. */
  asked: string[]
}

/** A stand-in for the Hub on loopback, which ends with the test. */
export async function stubHub(days: Record<string, unknown[]> = {}, port = 0): Promise<StubHub> {
  const hub: StubHub = {
    url: '',
    port,
    days: new Map(Object.entries(days)),
    status: null,
    delayMs: 0,
    asked: [],
  }
  const server = createServer((request, response) => {
    const day = new URL(request.url ?? '/', hub.url).searchParams.get('date') ?? ''
    hub.asked.push(day)
    setTimeout(() => {
      response.writeHead(hub.status ?? 200, { 'content-type': 'application/json' })
      response.end(JSON.stringify(hub.status === null ? (hub.days.get(day) ?? []) : { error: 'not now' }))
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
