import type { Agents, loadAgents } from '@daily-papers/agents/agents.ts'
import { withDeadline } from '../http/deadline.ts'
import { LIMITS } from '../http/limits.ts'
import type { Log } from '../http/log.ts'
import type { HttpRequest, HttpResponse } from '../http/message.ts'
import { describeError } from '../http/public-errors.ts'
import { httpRefusal } from '../http/refuse.ts'
import { loadedOnce } from '../loaded-once.ts'
import type { AskGraph } from '../pages/ask-graph.ts'

export interface AgentsOptions {
  ask: AskGraph
  /** Loads the MCP code at the first request for it. GraphQL requests don't load it. */
  load: typeof loadAgents
  now: () => number
  log: Log
  timeoutMs: number
}

/** Answers assistants, by the limits of size and time that every request has. */
export function createAgentsAnswer({ ask, load, now, log, timeoutMs }: AgentsOptions) {
  const onError = (error: unknown, requestId: string) =>
    log({ level: 'ERROR', message: 'an assistant got no answer', requestId, error: describeError(error) })
  const agents = loadedOnce(
    async (): Promise<Agents> =>
      (await load())({
        ask: (document, variables, { site, requestId }) =>
          ask(document, variables, { origin: site, requestId }),
        now,
        onError,
      }),
  )
  const late = () => httpRefusal(504, 'TIMEOUT', `The answer took longer than ${timeoutMs / 1000} s.`)
  return async (request: HttpRequest): Promise<HttpResponse> => {
    const body = request.method === 'POST' ? (await request.readBody(LIMITS.bodyBytes)).toString() : ''
    const { method, path, origin, headers, requestId } = request
    return withDeadline(timeoutMs, late, async signal =>
      (await agents())({ method, path, origin, headers, requestId, body, signal }),
    )
  }
}
