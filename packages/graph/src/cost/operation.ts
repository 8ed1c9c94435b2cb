import type { DocumentNode, GraphQLError, GraphQLSchema, OperationDefinitionNode } from 'graphql'

/** A valid document, and the operation to run. */
export interface Operation {
  document: DocumentNode
  definition: OperationDefinitionNode
  name: string | undefined
}

/** Inspects a query before it runs. It may refuse the query, or add `extensions` to the response. */
export type Inspect = (
  schema: GraphQLSchema,
  operation: Operation,
  variables: Record<string, unknown>,
) => { refused: GraphQLError } | { extensions: Record<string, unknown> }
