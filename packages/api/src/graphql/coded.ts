import type { ErrorCode } from '@daily-papers/graph/errors.ts'
import { GraphQLError } from 'graphql'

/** An error of graphql-js with the code of its stage, unless it already has a code. */
export function coded(code: ErrorCode, fault: GraphQLError): GraphQLError {
  if (fault.extensions.code !== undefined) return fault
  const { message, nodes, source, positions } = fault
  return new GraphQLError(message, { nodes, source, positions, extensions: { code } })
}
