import type { DocumentNode, GraphQLError, GraphQLSchema, OperationDefinitionNode } from 'graphql'

/** A query that is parsed and valid, and the one of its operations that runs. */
export interface Operation {
  document: DocumentNode
  definition: OperationDefinitionNode
  name: string | undefined
}

/** Looks at a query before it runs. One that is refused is not run; `extensions` are added to the answer of one that is. */
export type Inspect = (
  schema: GraphQLSchema,
  operation: Operation,
  variables: Record<string, unknown>,
) => { refused: GraphQLError } | { extensions: Record<string, unknown> }
