import type { ExecutionResult, GraphQLFormattedError } from 'graphql'
import type { Execute } from '../graphql/answer-graphql.ts'
import { DEFAULT_MAX_AGE_SECONDS, type ResponseHints } from '../http/cache-headers.ts'
import { withDeadline } from '../http/deadline.ts'
import type { Log } from '../http/log.ts'
import { asGraphQLError, publicErrors } from '../http/public-errors.ts'
import { httpRefusal } from '../http/refuse.ts'

export interface AskOptions {
  execute: Execute
  log: Log
  timeoutMs: number
}

/** What the graph answers to a package that is given it to ask. */
export interface GraphAnswer {
  data: unknown
  errors: GraphQLFormattedError[]
  maxAgeSeconds: number
}

export type AskGraph = (
  query: string,
  variables: Record<string, unknown>,
  request: { origin: string; requestId: string },
) => Promise<GraphAnswer>

/** Asks the graph in this process, by the rules of a request over HTTP. Never throws. */
export function createAsk({ execute, log, timeoutMs }: AskOptions): AskGraph {
  return async (query, variables, { origin, requestId }) => {
    const hints: ResponseHints = { maxAgeSeconds: null, serverTiming: null }
    const late = () => httpRefusal(504, 'TIMEOUT', 'The query took too long. Ask for less at once.')
    const params = { query, variables, operationName: null, extensions: null }
    const { data, errors = [] } = await withDeadline(timeoutMs, late, signal =>
      execute(params, { requestId, origin, signal, response: hints }),
    ).catch((error): ExecutionResult => ({ errors: [asGraphQLError(error)] }))
    return {
      data: data ?? null,
      errors: publicErrors(errors, { requestId, log }),
      maxAgeSeconds: hints.maxAgeSeconds ?? DEFAULT_MAX_AGE_SECONDS,
    }
  }
}
