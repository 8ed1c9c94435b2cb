import type { Ask, CreateReader, Reader } from '@daily-papers/reader/reader.ts'
import type { ExecutionResult } from 'graphql'
import type { Execute } from '../graphql/answer-graphql.ts'
import { DEFAULT_MAX_AGE_SECONDS, type ResponseHints } from '../http/cache.ts'
import { withDeadline } from '../http/deadline.ts'
import type { HttpRequest, HttpResponse, Log } from '../http/message.ts'
import { asGraphQLError, describeError, publicErrors } from '../http/public-errors.ts'
import { httpRefusal } from '../http/refuse.ts'

export interface PagesOptions {
  execute: Execute
  /** Loads the pages when the first one is asked for: a GraphQL request reads none of their files. */
  load: () => Promise<CreateReader>
  now?: () => number
  log: Log
  timeoutMs: number
}

/** Everything that the graph does not answer is a page, or the page that says there is none. */
export function createPages({ execute, load, now = Date.now, log, timeoutMs }: PagesOptions) {
  let reader: Promise<Reader> | undefined
  const loaded = async (): Promise<Reader> => (await load())({ ask, now, onError: report })
  const report = (error: unknown) =>
    log({ level: 'ERROR', message: 'a page could not be made', error: describeError(error) })

  const ask: Ask = async ({ text }, variables, { origin, requestId }) => {
    const hints: ResponseHints = { maxAgeSeconds: null, serverTiming: null }
    const late = () => httpRefusal(504, 'TIMEOUT', 'The page took too long.')
    const params = { query: text, variables, operationName: null, extensions: null }
    const { data, errors = [] } = await withDeadline(timeoutMs, late, signal =>
      execute(params, { requestId, origin, signal, response: hints }),
    ).catch((error): ExecutionResult => ({ errors: [asGraphQLError(error)] }))
    return {
      data,
      errors: publicErrors(errors, { requestId, log }),
      maxAgeSeconds: hints.maxAgeSeconds ?? DEFAULT_MAX_AGE_SECONDS,
    }
  }

  return async (request: HttpRequest): Promise<HttpResponse> => {
    reader ??= loaded().catch(error => {
      reader = undefined
      throw error
    })
    return (await reader)(request)
  }
}
