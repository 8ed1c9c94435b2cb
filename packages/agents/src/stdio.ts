import { serveStdio } from '@modelcontextprotocol/server/stdio'
import type { AgentsOptions } from './answering.ts'
import { newServer } from './mcp/new-server.ts'

export interface StdioOptions extends AgentsOptions {
  /** Root of the public pages, without a slash at the end. */
  site: string
}

/** Serves MCP on stdin and stdout until the client closes them or the signal aborts. */
export async function serveOnStdio({
  site,
  signal,
  ...graph
}: StdioOptions & { signal: AbortSignal }): Promise<void> {
  const caller = { site, requestId: 'stdio' }
  const server = serveStdio(() => newServer(graph, caller), {
    onerror: error => graph.onError(error, caller.requestId),
    maxSubscriptions: 0,
  })
  const { promise: ended, resolve } = Promise.withResolvers<void>()
  process.stdin.once('end', resolve).once('close', resolve)
  signal.addEventListener('abort', () => resolve(), { once: true })
  await ended
  await server.close()
}
