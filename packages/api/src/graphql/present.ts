import { refusal } from '@daily-papers/graph/errors.ts'
import type { ExecutionResult } from 'graphql'
import type { AnswerType } from '../http/accept.ts'
import { cacheControl, type ResponseHints } from '../http/cache.ts'
import { LIMITS } from '../http/limits.ts'
import type { HttpRequest, HttpResponse, Log } from '../http/message.ts'
import { publicCode, publicErrors } from '../http/public-errors.ts'
import { httpAnswerOf } from '../http/refuse.ts'

/**
 * The status of an answer by GraphQL-over-HTTP: 200 as soon as there is data; without, 400 under
 * `application/graphql-response+json` and 200 under `application/json`, unless the request was refused by a rule of
 * HTTP or failed on our side.
 */
export function statusOf(result: ExecutionResult, type: AnswerType): number {
  const errors = result.errors ?? []
  const refused = errors.map(httpAnswerOf).find(answer => answer !== null)
  if (refused) return refused.status
  if (result.data !== undefined) return 200
  if (errors.some(error => publicCode(error) === null)) return 500
  return type === 'application/json' ? 200 : 400
}

export const tooLarge = () =>
  refusal(
    'ANSWER_TOO_LARGE',
    `The answer exceeds ${LIMITS.answerBytes} bytes, the most that is sent. Ask for fewer fields, or for fewer items with \`first\`.`,
  )

/** A GraphQL result as an HTTP response. */
export interface GraphQLResponse extends HttpResponse {
  body: string
  hasErrors: boolean
}

export function present(
  request: HttpRequest,
  result: ExecutionResult,
  { type, hints, log }: { type: AnswerType; hints: ResponseHints; log: Log },
): GraphQLResponse {
  const errors = result.errors?.length
    ? publicErrors(result.errors, { requestId: request.requestId, log })
    : undefined
  const body = JSON.stringify({ ...(errors && { errors }), data: result.data, extensions: result.extensions })
  // A UTF-16 unit takes at most three bytes, so that short texts need no counting.
  if (body.length * 3 > LIMITS.answerBytes && Buffer.byteLength(body) > LIMITS.answerBytes) {
    return present(request, { errors: [tooLarge()] }, { type, hints, log })
  }
  const isCacheable = errors === undefined && request.method !== 'POST'
  const headers = {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': cacheControl({ errors: !isCacheable, maxAgeSeconds: hints.maxAgeSeconds }),
    vary: 'accept',
    ...(hints.serverTiming !== null && { 'server-timing': hints.serverTiming }),
  }
  const refusedHeaders = result.errors?.map(error => httpAnswerOf(error)?.headers) ?? []
  return {
    status: statusOf(result, type),
    headers: Object.assign(headers, ...refusedHeaders),
    body,
    hasErrors: errors !== undefined,
  }
}
