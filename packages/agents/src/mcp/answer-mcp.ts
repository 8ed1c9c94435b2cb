import type { AgentsRequest, AgentsResponse } from '../answering.ts'
import type { createHandler } from './handler.ts'

/** Answers a request for `/mcp` with one body: no tool streams before its result. */
export async function answerMcp(
  { method, origin, headers, requestId, body, signal }: AgentsRequest,
  handle: ReturnType<typeof createHandler>,
): Promise<AgentsResponse> {
  const sent = Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined)
  const request = new Request(`${origin}/mcp`, {
    method,
    headers: sent,
    ...(method === 'POST' && { body }),
    ...(signal && { signal }),
  })
  const response = await handle(request, body, { site: origin, requestId })
  return {
    status: response.status,
    headers: { 'cache-control': 'no-store', ...Object.fromEntries(response.headers) },
    body: await response.text(),
  }
}
