import { type ErrorCode, refusal } from '@daily-papers/graph/errors.ts'
import type { GraphQLError } from 'graphql'

/** The response to a request that breaks a rule of HTTP. */
export interface HttpAnswer {
  status: number
  headers: Record<string, string>
}

// Not `http`, which Yoga and its executor set on their errors for a layer that does not run here.
const HTTP_ANSWER = 'httpAnswer'

/** An error that answers with `status`, whatever the media type. */
export const httpRefusal = (
  status: number,
  code: ErrorCode,
  message: string,
  headers: Record<string, string> = {},
): GraphQLError => refusal(code, message, { [HTTP_ANSWER]: { status, headers } satisfies HttpAnswer })

/** What `httpRefusal` was given; null for any other error. */
export function httpAnswerOf(error: GraphQLError): HttpAnswer | null {
  return (error.extensions[HTTP_ANSWER] as HttpAnswer | undefined) ?? null
}

export const bodyTooLarge = (maxBytes: number): GraphQLError =>
  httpRefusal(
    413,
    'REQUEST_TOO_LARGE',
    `The body exceeds ${maxBytes} bytes, the limit. Shorten the query, or split it into several requests.`,
  )
