import { type ASTNode, GraphQLError } from 'graphql'

/** Every code that `extensions.code` of an error may hold. */
export const errorCodes = [
  /** An argument, a variable or an id is malformed or out of range. The message names it and the fix. */
  'BAD_USER_INPUT',
  /** This cursor of `changes` is over 90 days old. Changes after it may be deleted. */
  'CURSOR_EXPIRED',
  /** The body is not valid JSON (400), or it is JSON but not a GraphQL request (422). A broken rule of HTTP has its own status. */
  'BAD_REQUEST',
  /** The document is not GraphQL. */
  'GRAPHQL_PARSE_FAILED',
  /** The document asks for something that the schema does not have. */
  'GRAPHQL_VALIDATION_FAILED',
  /** The document does not have the named operation, or it is a mutation or a subscription. */
  'OPERATION_RESOLUTION_FAILURE',
  /** The query exceeds the limit of cost or of reads. Nothing was read. */
  'COST_LIMIT_EXCEEDED',
  /** The document exceeds a limit of size, depth or repetition. A body that is too long gets 413, and a URL 414. */
  'REQUEST_TOO_LARGE',
  /** The database is overloaded. Try again in a few seconds. (API Gateway's own 429 has no GraphQL body.) */
  'RATE_LIMITED',
  /** The hash of the persisted query is unknown. Send the query together with its hash. */
  'PERSISTED_QUERY_NOT_FOUND',
  /** There is no search snapshot at the moment. Fields that need it are null. All others have data. */
  'SNAPSHOT_UNAVAILABLE',
  /** The response grew too large or took too long. Ask for less at a time. */
  'ANSWER_TOO_LARGE',
  'TIMEOUT',
  /** Our fault. The message says nothing more; the request's id is in the log. */
  'INTERNAL_SERVER_ERROR',
] as const

export type ErrorCode = (typeof errorCodes)[number]

/** An error that the client sees: a message that names the fix, and a code. */
export function refusal(
  code: ErrorCode,
  message: string,
  extensions: Record<string, unknown> = {},
): GraphQLError {
  return new GraphQLError(message, { extensions: { code, ...extensions } })
}

/** An error about an argument. `message` names the argument and the fix, `node` is its place in the query. */
export const badInput = (message: string, node?: ASTNode): GraphQLError =>
  new GraphQLError(message, { nodes: node, extensions: { code: 'BAD_USER_INPUT' satisfies ErrorCode } })

/** A client's text as messages quote it: on one line, cut to 60 characters. */
export function quoted(value: unknown): string {
  const text = typeof value === 'string' ? value.slice(0, 61) : (JSON.stringify(value) ?? typeof value)
  const whole = text.length > 60 ? `${text.slice(0, 59)}…` : text
  return JSON.stringify(whole)
}
