import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import type { ReadableStream } from 'node:stream/web'
import { createRequestStateCodec, InMemoryServerEventBus } from '@modelcontextprotocol/server'
import { createHandler } from '../../../../packages/agents/src/mcp/handler.ts'
import { newServer } from '../../../../packages/agents/src/mcp/new-server.ts'
import { registerFixtureRounds } from './rounds.ts'
import { registerFixtureTexts } from './texts.ts'
import { registerFixtureTools } from './tools.ts'

/** A graph whose latest day has no papers: the suite lists resources, and calls none of our tools. */
const graph = {
  ask: async () => ({
    data: {
      day: {
        date: '2026-05-29',
        papers: { totalCount: 0, nodes: [], pageInfo: { hasNextPage: false, endCursor: null } },
      },
      status: { lastIngestAt: '2026-05-29T18:00:00Z', snapshotAt: null },
    },
    errors: [],
    maxAgeSeconds: 60,
  }),
  now: Date.now,
  onError: () => undefined,
}

/** Our handler and our server over HTTP, with what the conformance suite asks for beside our own tools. */
export async function startConformanceServer(): Promise<{ url: string; close(): void }> {
  const bus = new InMemoryServerEventBus()
  const codec = createRequestStateCodec<string>({ key: randomBytes(32) })
  const handle = createHandler({
    bus,
    onError: () => undefined,
    newServer(caller) {
      const server = newServer(graph, caller, { requestState: { verify: codec.verify } })
      server.server.registerCapabilities({ logging: {} })
      registerFixtureTools(server, bus)
      registerFixtureRounds(server, codec)
      registerFixtureTexts(server)
      return server
    },
  })
  let site = ''
  const http = createServer(async (incoming, outgoing) => {
    const body = await text(incoming)
    const { method = 'GET', headers } = incoming
    const ended = new AbortController()
    outgoing.once('close', () => ended.abort())
    const request = new Request(`${site}/mcp`, {
      method,
      headers: headers as Record<string, string>,
      signal: ended.signal,
      ...(method === 'POST' && { body }),
    })
    const response = await handle(request, body, { site, requestId: '1' })
    outgoing.writeHead(response.status, Object.fromEntries(response.headers)).flushHeaders()
    if (response.body)
      Readable.fromWeb(response.body as ReadableStream)
        .on('error', () => undefined)
        .pipe(outgoing)
    else outgoing.end()
  }).listen(0, '127.0.0.1')
  await once(http, 'listening')
  site = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  return {
    url: `${site}/mcp`,
    close() {
      http.close()
      http.closeAllConnections()
    },
  }
}
