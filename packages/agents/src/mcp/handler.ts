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
  /** Tells open streams that a list changed. Absent: nobody may open one, as our lists never change. */
  bus?: ServerEventBus
}

const isLocal = (site: string): boolean => /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(site)

/**
 * A page elsewhere can make its own name lead to this machine, and call a server that listens only here. A public server
 * has nothing to hide: any page may read it.
 */
const fromElsewhere = (request: Request): Response | undefined =>
  hostHeaderValidationResponse(request, localhostAllowedHostnames()) ??
  originValidationResponse(request, localhostAllowedOrigins())

const refused = (message: string): Response =>
  Response.json({ jsonrpc: '2.0', id: null, error: { code: -32600, message } }, { status: 400 })

/** Answers MCP over HTTP: clients of 2026-07-28, which send all they need with each request, and older ones. */
export function createHandler({ newServer, onError, bus }: HandlerOptions) {
  return async (request: Request, body: string, caller: Caller): Promise<Response> => {
    const rebound = isLocal(caller.site) && fromElsewhere(request)
    if (rebound) return rebound
    if (body.trimStart().startsWith('['))
      return refused('Batches are not supported. Send one message a request.')
    // It also reports each mistake of a client, which is no failure of ours.
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
