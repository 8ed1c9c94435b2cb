import type { Agents, AgentsContext, AgentsRequest, AgentsResponse, Caller } from './answering.ts'
import { Advice } from './arguments/advice.ts'
import { decoded } from './arguments/decoded.ts'
import { answerMcp } from './mcp/answer-mcp.ts'
import { createHandler } from './mcp/handler.ts'
import { newServer } from './mcp/new-server.ts'
import { dayPage } from './pages/day-page.ts'
import { llmsText } from './pages/llms-text.ts'
import { type MarkdownPage, paperPage } from './pages/paper-page.ts'

const text = (status: number, type: string, body: string, maxAgeSeconds: number | null): AgentsResponse => ({
  status,
  headers: {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': maxAgeSeconds === null ? 'no-store' : `public, max-age=${maxAgeSeconds}`,
  },
  body,
})

const DAY_SECONDS = 86_400

const PAGES = { papers: paperPage, days: dayPage } as const

async function markdown(
  { path, origin, requestId }: AgentsRequest,
  context: AgentsContext,
): Promise<AgentsResponse> {
  const [, kind, ref = ''] = /^\/(papers|days)\/(.+)\.md$/.exec(path) ?? []
  const caller: Caller = { site: origin, requestId }
  try {
    if (!kind) throw new Advice('Markdown is at /papers/<id>.md, /days/<date>.md and /days/latest.md.', 404)
    const page: MarkdownPage = await PAGES[kind as keyof typeof PAGES](decoded(ref), context, caller)
    return text(200, 'text/markdown', page.markdown, page.maxAgeSeconds)
  } catch (error) {
    if (!(error instanceof Advice)) throw error
    return text(error.status, 'text/markdown', `${error.message}\n`, null)
  }
}

export function createAgents(context: AgentsContext): Agents {
  const handle = createHandler({ newServer: caller => newServer(context, caller), onError: context.onError })
  return async request => {
    if (request.path === '/mcp') return answerMcp(request, handle)
    if (request.path === '/llms.txt') return text(200, 'text/plain', llmsText(request.origin), DAY_SECONDS)
    return markdown(request, context)
  }
}
