import {
  type McpServer,
  ProtocolError,
  ProtocolErrorCode,
  ResourceNotFoundError,
  ResourceTemplate,
} from '@modelcontextprotocol/server'
import type { AgentsContext, Caller } from '../answering.ts'
import { Advice } from '../arguments/advice.ts'
import { decoded } from '../arguments/decoded.ts'
import { paperPage } from '../pages/paper-page.ts'
import { listPapers } from '../tools/list-papers.ts'
import { runTool } from '../tools/run.ts'
import { failure } from './register-tools.ts'

const MARKDOWN = 'text/markdown'
/** How long clients may keep what is the same for all of them. */
export const HOURLY = { ttlMs: 3_600_000, cacheScope: 'public' } as const

/** Converts an error to MCP. Only advice is shown. Other errors go to the log. */
function protocolError(
  error: unknown,
  uri: string,
  { onError }: AgentsContext,
  caller: Caller,
): ProtocolError {
  if (error instanceof Advice && error.status === 404) return new ResourceNotFoundError(uri, error.message)
  if (error instanceof Advice) return new ProtocolError(ProtocolErrorCode.InvalidParams, error.message)
  onError(error, caller.requestId)
  return new ProtocolError(ProtocolErrorCode.InternalError, failure(caller))
}

/** Papers as resources, each by its identifier. The list has the best papers of the latest day. */
export function registerPapers(server: McpServer, context: AgentsContext, caller: Caller): void {
  const list = async () => {
    const { structured } = await runTool(listPapers, listPapers.input.parse({}), context, caller)
    const papers = structured.papers as { paperId: string; title: string }[]
    return {
      resources: papers.map(({ paperId, title }) => ({
        uri: `papers://${paperId}`,
        name: paperId,
        title,
        mimeType: MARKDOWN,
      })),
    }
  }
  const safely = <T>(uri: string, read: () => Promise<T>): Promise<T> =>
    read().catch(error => Promise.reject(protocolError(error, uri, context, caller)))
  const template = new ResourceTemplate('papers://{paperId}', { list: () => safely('papers://', list) })
  const metadata = {
    title: 'Paper',
    description: 'A complete paper of the feed as Markdown: papers://2605.28293',
    mimeType: MARKDOWN,
    cacheHint: HOURLY,
  }
  server.registerResource('paper', template, metadata, async uri => {
    // In `papers://2605.28293` the identifier is where other URLs have the host.
    const paperId = decoded(uri.href.slice('papers://'.length).replace(/\/$/, ''))
    const { markdown } = await safely(uri.href, () => paperPage(paperId, context, caller))
    return { contents: [{ uri: uri.href, mimeType: MARKDOWN, text: markdown }] }
  })
}
