import { serveStdio } from '@modelcontextprotocol/server/stdio'
import type { AgentsContext } from './answering.ts'
import { newServer } from './mcp/new-server.ts'

export interface StdioOptions extends AgentsContext {
  /** Root of the public pages, without a slash at the end. */
  site: string
}

/** Serves MCP on stdin and stdout until the client closes them or the signal aborts. */
export async function serveOnStdio({
  site,
  signal,
  ...context
}: StdioOptions & { signal: AbortSignal }): Promise<void> {
  const caller = { site, requestId: 'stdio' }
  const server = serveStdio(() => newServer(context, caller), {
    onerror: error => context.onError(error, caller.requestId),
    maxSubscriptions: 0,
  })
  const { promise: ended, resolve } = Promise.withResolvers<void>()
  process.stdin.once('end', resolve).once('close', resolve)
  signal.addEventListener('abort', () => resolve(), { once: true })
  await ended
  await server.close()
}
