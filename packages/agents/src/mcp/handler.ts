import {
  createMcpHandler,
  hostHeaderValidationResponse,
  localhostAllowedHostnames,
  localhostAllowedOrigins,
  type McpServer,
  originValidationResponse,
  type ServerEventBus,
} from '@modelcontextprotocol/server'
import type { Caller } from '../answering.ts'

export interface HandlerOptions {
  newServer: (caller: Caller) => McpServer
  onError: (error: unknown, requestId: string) => void
  /** Notifies open streams that a list changed. Absent: no stream is opened, because our lists never change. */
  bus?: ServerEventBus
}

const isLocal = (site: string): boolean => /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(site)

/**
 * DNS rebinding: a web page can point its own host name to this machine and call a server that listens only here. So
 * a local server checks the origin. A public server may be read by any page.
 */
const fromElsewhere = (request: Request): Response | undefined =>
  hostHeaderValidationResponse(request, localhostAllowedHostnames()) ??
  originValidationResponse(request, localhostAllowedOrigins())

const refused = (message: string): Response =>
  Response.json({ jsonrpc: '2.0', id: null, error: { code: -32600, message } }, { status: 400 })

/**
 * Answers MCP over HTTP, for clients of 2026-07-28, which send all they need with each request, and for older ones.
 */
export function createHandler({ newServer, onError, bus }: HandlerOptions) {
  return async (request: Request, body: string, caller: Caller): Promise<Response> => {
    const rebound = isLocal(caller.site) && fromElsewhere(request)
    if (rebound) return rebound
    if (body.trimStart().startsWith('['))
      return refused('Batches are not supported. Send one message a request.')
    // It also reports mistakes of clients, which are not our errors.
    const errors: Error[] = []
    const { fetch } = createMcpHandler(() => newServer(caller), {
      onerror: error => errors.push(error),
      ...(bus ? { bus } : { maxSubscriptions: 0 }),
    })
    const response = await fetch(request)
    if (response.status >= 500) for (const error of errors) onError(error, caller.requestId)
    return response
  }
}
