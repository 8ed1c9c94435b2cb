import { refusal } from '@daily-papers/graph/errors.ts'
import type { ExecutionResult } from 'graphql'
import { type AnswerType, contentType, LEGACY_TYPE } from '../http/accept.ts'
import { cacheControl, type ResponseHints } from '../http/cache-headers.ts'
import { errorResponse } from '../http/error-response.ts'
import { LIMITS } from '../http/limits.ts'
import type { Log } from '../http/log.ts'
import type { HttpRequest, HttpResponse } from '../http/message.ts'
import { publicErrors } from '../http/public-errors.ts'
import type { PartialStatus } from '../http/status.ts'

export const tooLarge = () =>
  refusal(
    'ANSWER_TOO_LARGE',
    `The response exceeds the limit of ${LIMITS.answerBytes} bytes. Ask for fewer fields, or for fewer nodes with \`first\`.`,
  )

/** A GraphQL result as an HTTP response. */
export interface GraphQLResponse extends HttpResponse {
  hasErrors: boolean
}

interface Presented {
  type: AnswerType
  hints: ResponseHints
  log: Log
}

const ownHeaders = (status: number, { type, hints }: Presented): Record<string, string> => ({
  'content-type': contentType(type, status),
  vary: 'accept',
  ...(hints.serverTiming !== null && { 'server-timing': hints.serverTiming }),
})

/** Errors without data, as a response. */
export function presentErrors(
  request: HttpRequest,
  errors: readonly unknown[],
  as: Presented,
): GraphQLResponse {
  const response = errorResponse(errors, request, as.log)
  return {
    ...response,
    headers: { ...response.headers, ...ownHeaders(response.status, as) },
    hasErrors: true,
  }
}

export function present(
  request: HttpRequest,
  result: ExecutionResult,
  as: Presented & { partialStatus: PartialStatus },
): GraphQLResponse {
  const { data, extensions } = result
  if (data === undefined) return presentErrors(request, result.errors ?? [], as)
  const { requestId, method } = request
  const errors = result.errors?.length ? publicErrors(result.errors, { requestId, log: as.log }) : undefined
  const body = JSON.stringify({ ...(errors && { errors }), data, extensions })
  // A UTF-16 unit takes at most three bytes, so that short texts need no counting.
  if (body.length * 3 > LIMITS.answerBytes && Buffer.byteLength(body) > LIMITS.answerBytes)
    return presentErrors(request, [tooLarge()], as)
  const status = errors && as.type !== LEGACY_TYPE ? as.partialStatus : 200
  const cached = { errors: errors !== undefined || method === 'POST', maxAgeSeconds: as.hints.maxAgeSeconds }
  const headers = { ...ownHeaders(status, as), 'cache-control': cacheControl(cached) }
  return { status, headers, body, hasErrors: errors !== undefined }
}
