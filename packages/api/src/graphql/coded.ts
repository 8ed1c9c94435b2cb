import type { ErrorCode } from '@daily-papers/graph/errors.ts'
import { GraphQLError } from 'graphql'

/** A fault that graphql-js found, with the code of its stage unless it has one, as that of a scalar has. */
export function coded(code: ErrorCode, fault: GraphQLError): GraphQLError {
  if (fault.extensions.code !== undefined) return fault
  const { message, nodes, source, positions } = fault
  return new GraphQLError(message, { nodes, source, positions, extensions: { code } })
}
