import type { Log } from './log.ts'
import { type HttpRequest, type HttpResponse, jsonResponse } from './message.ts'
import { asGraphQLError, publicErrors } from './public-errors.ts'
import { httpAnswerOf } from './refuse.ts'
import { statusOf } from './status.ts'

/** The response without data for any error: the only way from an error to a status. It is never cached. */
export function errorResponse(
  thrown: readonly unknown[],
  { requestId }: Pick<HttpRequest, 'requestId'>,
  log: Log,
): HttpResponse {
  const found = thrown.map(asGraphQLError)
  const errors = publicErrors(found, { requestId, log })
  const { status, retryAfterSeconds } = statusOf(errors)
  const refused = found.map(httpAnswerOf).find(answer => answer !== null)
  const headers = {
    'cache-control': 'no-store',
    ...(retryAfterSeconds !== undefined && { 'retry-after': String(retryAfterSeconds) }),
    ...refused?.headers,
  }
  return jsonResponse(refused?.status ?? status, { errors }, headers)
}
