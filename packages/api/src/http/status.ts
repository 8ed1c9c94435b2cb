import type { ErrorCode } from '@daily-papers/graph/errors.ts'
import type { GraphQLFormattedError } from 'graphql'

/** GraphQL over HTTP, September 2026: "Partial Success", data beside errors. No registry of HTTP statuses has it. */
export const PARTIAL_SUCCESS = 294
/** 200 is for proxies that do not let 294 pass. */
export type PartialStatus = typeof PARTIAL_SUCCESS | 200

/** The status of a response without data, by the code of its error. */
export const STATUS_OF_CODE: Record<ErrorCode, number> = {
  BAD_REQUEST: 400,
  GRAPHQL_PARSE_FAILED: 400,
  GRAPHQL_VALIDATION_FAILED: 422,
  OPERATION_RESOLUTION_FAILURE: 422,
  BAD_USER_INPUT: 422,
  CURSOR_EXPIRED: 422,
  // Limits of cost, depth and length are validation rules of our own.
  COST_LIMIT_EXCEEDED: 422,
  REQUEST_TOO_LARGE: 422,
  ANSWER_TOO_LARGE: 422,
  // Apollo's protocol: clients read the code from the body and send the query.
  PERSISTED_QUERY_NOT_FOUND: 200,
  RATE_LIMITED: 429,
  INTERNAL_SERVER_ERROR: 500,
  SNAPSHOT_UNAVAILABLE: 503,
  TIMEOUT: 504,
}

/** When to ask again, in seconds, by the code of an error that time mends. */
const RETRY_AFTER_SECONDS: Partial<Record<ErrorCode, number>> = {
  RATE_LIMITED: 5,
  SNAPSHOT_UNAVAILABLE: 600,
}

/** The status of a response without data, and when to ask again. A server error outweighs client errors. */
export function statusOf(errors: readonly GraphQLFormattedError[]): {
  status: number
  retryAfterSeconds: number | undefined
} {
  const codes = errors.map(({ extensions }) => extensions?.code as ErrorCode)
  const code = codes.includes('INTERNAL_SERVER_ERROR') ? 'INTERNAL_SERVER_ERROR' : (codes[0] ?? 'BAD_REQUEST')
  return { status: STATUS_OF_CODE[code] ?? 500, retryAfterSeconds: RETRY_AFTER_SECONDS[code] }
}
