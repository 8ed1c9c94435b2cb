import type { ErrorCode } from '@daily-papers/graph/errors.ts'
import type { GraphQLFormattedError } from 'graphql'
import { type HttpRequest, type HttpResponse, jsonResponse, type Log } from './message.ts'
import { asGraphQLError, publicErrors } from './public-errors.ts'
import { httpAnswerOf } from './refuse.ts'
import { RETRY_AFTER_SECONDS, STATUS_OF_CODE } from './status.ts'

/** The code that decides the status. A server error outweighs client errors. */
function mainCode(errors: readonly GraphQLFormattedError[]): ErrorCode {
  const codes = errors.map(({ extensions }) => extensions?.code as ErrorCode)
  return codes.includes('INTERNAL_SERVER_ERROR') ? 'INTERNAL_SERVER_ERROR' : (codes[0] ?? 'BAD_REQUEST')
}

/** The response without data for any error: the only way from an error to a status. It is never cached. */
export function errorResponse(
  thrown: readonly unknown[],
  { requestId }: Pick<HttpRequest, 'requestId'>,
  log: Log,
): HttpResponse {
  const found = thrown.map(asGraphQLError)
  const errors = publicErrors(found, { requestId, log })
  const code = mainCode(errors)
  const refused = found.map(httpAnswerOf).find(answer => answer !== null)
  const retryAfter = RETRY_AFTER_SECONDS[code]
  const headers = {
    'cache-control': 'no-store',
    ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
    ...refused?.headers,
  }
  return jsonResponse(refused?.status ?? STATUS_OF_CODE[code] ?? 500, { errors }, headers)
}
