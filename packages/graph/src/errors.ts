import { type ASTNode, GraphQLError } from 'graphql'

/** Every code that `extensions.code` of an error may hold. */
export const errorCodes = [
  /** An argument, a variable or an id is not what the schema asks for; the message names it and the fix. */
  'BAD_USER_INPUT',
  /** A cursor of `changes` was not used for 90 days: what followed it may be gone. */
  'CURSOR_EXPIRED',
  /** The request is not a GraphQL request: method, content type or JSON. */
  'BAD_REQUEST',
  /** The document is not GraphQL. */
  'GRAPHQL_PARSE_FAILED',
  /** The document asks for something that the schema does not have. */
  'GRAPHQL_VALIDATION_FAILED',
  /** The operation named is not in the document, or is none that this API executes. */
  'OPERATION_RESOLUTION_FAILURE',
  /** The query would cost more, or read more, than one request may; nothing was read. */
  'COST_LIMIT_EXCEEDED',
  /** The document or the body is larger, deeper or more repetitive than one request may be. */
  'REQUEST_TOO_LARGE',
  /** The store is asked too much at the moment; try again in a few seconds. (API Gateway's own 429 has no GraphQL body.) */
  'RATE_LIMITED',
  /** The hash of an automatic persisted query is not known here: send the query with it, once. */
  'PERSISTED_QUERY_NOT_FOUND',
  /** Search, filters and numbers have no snapshot of the corpus to answer from at the moment: those fields are null, all others of the query are answered. */
  'SNAPSHOT_UNAVAILABLE',
  /** The answer took too long, or grew too large; ask for less at a time. */
  'ANSWER_TOO_LARGE',
  'TIMEOUT',
  /** Our fault. The message says nothing more; the request's id is in the log. */
  'INTERNAL_SERVER_ERROR',
] as const

export type ErrorCode = (typeof errorCodes)[number]

/** An error that the caller may see as it is: a message that names the fix, and a code. */
export function refusal(
  code: ErrorCode,
  message: string,
  extensions: Record<string, unknown> = {},
): GraphQLError {
  return new GraphQLError(message, { extensions: { code, ...extensions } })
}

/** What the caller sent cannot be served; `message` names the argument and the fix, `node` is where it stands in the query. */
export const badInput = (message: string, node?: ASTNode): GraphQLError =>
  new GraphQLError(message, { nodes: node, extensions: { code: 'BAD_USER_INPUT' satisfies ErrorCode } })

/** A caller's text as messages quote it: on one line, cut to 60 characters, so that nothing is echoed at length. */
export function quoted(value: unknown): string {
  const text = typeof value === 'string' ? value.slice(0, 61) : (JSON.stringify(value) ?? typeof value)
  const whole = text.length > 60 ? `${text.slice(0, 59)}…` : text
  return JSON.stringify(whole)
}
