import { GraphQLError, type GraphQLFormattedError, Kind } from 'graphql'
import type { Log } from './log.ts'
import { sourceStack } from './source-stack.ts'

/** The most errors of one response, and characters of a message. Echoed input stays short. */
const MAX_ERRORS = 20
const MAX_MESSAGE_LENGTH = 500

/** The code of an error that the client can fix. Null for any other error, which must not be shown. */
export function publicCode(error: unknown): string | null {
  if (!(error instanceof GraphQLError)) return null
  let cause: Error = error
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError
  if (!(cause instanceof GraphQLError)) return null
  const { code } = error.extensions
  if (typeof code === 'string') return code === 'INTERNAL_SERVER_ERROR' ? null : code
  // graphql-js gives its own errors no code. Before any field runs they are about the request; of those of a field,
  // only one that points at an argument's value is: the others are about what a resolver returned.
  const isRequestError = error.path === undefined
  const isArgumentError = cause.nodes?.[0] !== undefined && cause.nodes[0].kind !== Kind.FIELD
  return isRequestError || isArgumentError ? 'BAD_USER_INPUT' : null
}

function masked(error: unknown, requestId: string): GraphQLFormattedError {
  const { locations, path } = error instanceof GraphQLError ? error.toJSON() : {}
  return {
    message: `Something went wrong on our side; please try again, and if it stays, report it with request id ${requestId}.`,
    ...(locations && { locations }),
    ...(path && { path }),
    extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
  }
}

function shown(error: GraphQLError, code: string): GraphQLFormattedError {
  const { message, extensions, ...where } = error.toJSON()
  const { http: _http, httpAnswer: _answer, originalError: _original, ...details } = extensions ?? {}
  const short = message.length > MAX_MESSAGE_LENGTH ? `${message.slice(0, MAX_MESSAGE_LENGTH)}…` : message
  return { message: short, ...where, extensions: { ...details, code } }
}

/** How DynamoDB says that a table's ceiling of requests is reached, after all retries. */
const THROTTLED = new Set<string | undefined>([
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
])

const isThrottled = (error: unknown): boolean =>
  error instanceof GraphQLError && THROTTLED.has(error.originalError?.name)

/** Whatever was thrown, in the form that results carry. */
export function asGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error
  const originalError = error instanceof Error ? error : new Error(String(error))
  return new GraphQLError(originalError.message, { originalError })
}

/** What goes into the log of an error that the client is not shown. */
export function describeError(error: unknown): Record<string, unknown> {
  const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error
  if (!(cause instanceof Error)) return { message: String(cause) }
  return { name: cause.name, message: cause.message, stack: cause.stack && sourceStack(cause.stack) }
}

/**
 * Errors as clients may see them, each with a code. One that is not the client's to mend is replaced by a sentence
 * with the request's id, under which the log has the whole of it.
 */
export function publicErrors(
  errors: readonly unknown[],
  { requestId, log }: { requestId: string; log: Log },
): GraphQLFormattedError[] {
  return errors.slice(0, MAX_ERRORS).map(error => {
    const code = publicCode(error)
    if (code !== null && error instanceof GraphQLError) return shown(error, code)
    const path = error instanceof GraphQLError ? error.path?.join('.') : undefined
    log({ level: 'ERROR', message: 'request failed', requestId, path, error: describeError(error) })
    if (!isThrottled(error)) return masked(error, requestId)
    return {
      ...masked(error, requestId),
      message: 'The store behind this API is asked too much at the moment. Try again in a few seconds.',
      extensions: { code: 'RATE_LIMITED', requestId },
    }
  })
}
