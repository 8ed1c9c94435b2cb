import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Api } from '../api.ts'
import type { HttpRequest, HttpResponse } from '../http/message.ts'
import { readStream } from './read-stream.ts'

export interface ServerOptions {
  api: Api
  host?: string
  /** 0 picks a free port. */
  port?: number
  /** Where readers reach the API, when that is not its host and port. */
  publicUrl?: string | undefined
  timeouts?: Partial<Timeouts>
  newRequestId?: () => string
}

/** How long a client may take, in milliseconds. */
export interface Timeouts {
  /** From connecting, or from its first byte, to the end of its headers. */
  headersMs: number
  /** To the end of its body. */
  requestMs: number
  /** Without a byte in either direction. */
  idleMs: number
  /** Between two requests on one connection. */
  keepAliveMs: number
  /** How long what is left of a refused body is read and dropped, so that the client gets to see the answer. */
  drainMs: number
  /** How long `close` waits for requests that are being answered. */
  closeMs: number
}

const TIMEOUTS: Timeouts = {
  headersMs: 10_000,
  requestMs: 15_000,
  idleMs: 30_000,
  keepAliveMs: 10_000,
  drainMs: 5_000,
  closeMs: 5_000,
}

export interface RunningServer {
  /** Of its root, without a slash at the end: `http://127.0.0.1:4000`. */
  url: string
  close(): Promise<void>
}

function toRequest(incoming: IncomingMessage, origin: string, requestId: string): HttpRequest {
  // Split by hand: `new URL` needs the Host header, which is the client's to make up.
  const [path = '/', ...query] = (incoming.url ?? '/').split('?')
  // Node joins what is sent twice, but for cookies, which nobody here reads.
  const headers = incoming.headers as Record<string, string | undefined>
  const declared = headers['content-length']
  return {
    method: incoming.method ?? 'GET',
    origin,
    path,
    query: query.join('?'),
    headers,
    requestId,
    readBody: maxBytes => readStream(incoming, maxBytes, declared === undefined ? null : Number(declared)),
  }
}

interface Exchange {
  incoming: IncomingMessage
  outgoing: ServerResponse
  /** Whether the server takes no more requests. */
  isClosing: boolean
  drainMs: number
}

function send({ status, headers, body }: HttpResponse, exchange: Exchange): void {
  const { incoming, outgoing, isClosing, drainMs } = exchange
  const isWhole = incoming.complete
  if (isClosing || !isWhole) outgoing.shouldKeepAlive = false
  if (incoming.method !== 'HEAD' && status !== 204 && status !== 304) {
    headers['content-length'] = String(body === null ? 0 : Buffer.byteLength(body))
  }
  outgoing.writeHead(status, headers).end(body)
  if (isWhole) return
  // A client that is still sending would not see an answer that a reset follows.
  incoming.resume()
  const timer = setTimeout(() => incoming.destroy(), drainMs)
  incoming.once('close', () => clearTimeout(timer))
}

/** What cannot be read as HTTP at all is answered in two lines and cut off. */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  const status =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? '431 Request Header Fields Too Large'
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? '408 Request Timeout'
        : '400 Bad Request'
  if (socket.writable) socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`)
  else socket.destroy()
}

async function listen(server: Server, host: string, port: number): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  server.once('error', reject)
  server.listen(port, host, resolve)
  await promise
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`
}

/** Serves the API by node:http until `close`. Rejects when the port is taken. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { api, host = '127.0.0.1', port = 4000, newRequestId = randomUUID } = options
  const timeouts = { ...TIMEOUTS, ...options.timeouts }
  const server = createServer({
    headersTimeout: timeouts.headersMs,
    requestTimeout: timeouts.requestMs,
    keepAliveTimeout: timeouts.keepAliveMs,
    connectionsCheckingInterval: Math.min(1_000, timeouts.headersMs),
    maxHeaderSize: 32 * 1024,
  })
  server.setTimeout(timeouts.idleMs)
  let origin = ''
  server.on('request', async (incoming, outgoing) => {
    incoming.on('error', () => undefined)
    const response = await api.handle(toRequest(incoming, origin, newRequestId()))
    send(response, { incoming, outgoing, isClosing: !server.listening, drainMs: timeouts.drainMs })
  })
  server.on('clientError', refuseUnreadable)
  const url = await listen(server, host, port)
  origin = options.publicUrl ?? url
  return {
    url,
    async close() {
      const { promise, resolve } = Promise.withResolvers<void>()
      server.close(() => resolve())
      server.closeIdleConnections()
      const timer = setTimeout(() => server.closeAllConnections(), timeouts.closeMs)
      await promise
      clearTimeout(timer)
    },
  }
}
