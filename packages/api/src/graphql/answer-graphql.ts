import type { ExecutionResult } from 'graphql'
import { type AnswerType, answerType, LEGACY_TYPE } from '../http/accept.ts'
import type { ResponseHints } from '../http/cache-headers.ts'
import { ALLOWED_METHODS } from '../http/cors.ts'
import { withDeadline } from '../http/deadline.ts'
import type { Log } from '../http/log.ts'
import type { HttpRequest, HttpResponse } from '../http/message.ts'
import { httpRefusal } from '../http/refuse.ts'
import { PARTIAL_SUCCESS, type PartialStatus } from '../http/status.ts'
import { type GraphQLParams, readParams } from './params.ts'
import { type PersistedQueries, resolveQuery } from './persisted.ts'
import { present, presentErrors } from './present.ts'
import { cacheKey, type ResponseCache } from './response-cache.ts'

/** What every execution gets beside the query, and finds in its GraphQL context. */
export interface RequestContext {
  /** Of the HTTP request; a mutation by GET is refused by its method. */
  method?: string
  requestId: string
  /** The API's public address, without a slash at the end. */
  origin: string
  /** Aborted when the time is up. */
  signal: AbortSignal
  response: ResponseHints
}

/** Parses, validates and runs a query. Errors come back in the result. */
export type Execute = (
  params: GraphQLParams & { query: string },
  context: RequestContext,
) => Promise<ExecutionResult>

export interface GraphQLOptions {
  execute: Execute
  persisted: PersistedQueries
  /** Absent: every request is executed. */
  responseCache?: ResponseCache | undefined
  log: Log
  timeoutMs: number
  /** The status of data beside errors, where the client knows the newer media type; 294 unless it is 200. */
  partialStatus?: PartialStatus | undefined
}

/** Answers a GraphQL request: GET or POST, by every rule of this folder. */
export async function answerGraphQL(request: HttpRequest, options: GraphQLOptions): Promise<HttpResponse> {
  const { execute, persisted, responseCache, log, timeoutMs, partialStatus = PARTIAL_SUCCESS } = options
  const { method, origin, requestId } = request
  const hints: ResponseHints = { maxAgeSeconds: null, serverTiming: null }
  let type: AnswerType = LEGACY_TYPE
  try {
    if (method !== 'GET' && method !== 'HEAD' && method !== 'POST') {
      const message = `${ALLOWED_METHODS} are understood here.`
      throw httpRefusal(405, 'BAD_REQUEST', message, { allow: ALLOWED_METHODS })
    }
    type = answerType(request)
    const params = await readParams(request)
    const query = resolveQuery(params, persisted)
    const late = () =>
      httpRefusal(504, 'TIMEOUT', `The query took longer than ${timeoutMs / 1000} s. Ask for less at once.`)
    return await withDeadline(timeoutMs, late, async signal => {
      const key = responseCache ? cacheKey(request, type, params, query) : null
      const entry = responseCache && key !== null ? await responseCache(key) : null
      const cached = entry?.get(request)
      if (cached) return cached
      const context = { method, requestId, origin, signal, response: hints }
      const result = await execute({ ...params, query }, context)
      // Reads that were cut off are no failure to log: the time-out is answered already.
      signal.throwIfAborted()
      // At once, so that few results wait in memory to become text: a sixth of a page's CPU went into moving them about.
      const response = present(request, result, { type, hints, log, partialStatus })
      entry?.set(response)
      return response
    })
  } catch (error) {
    return presentErrors(request, [error], { type, hints, log })
  }
}
