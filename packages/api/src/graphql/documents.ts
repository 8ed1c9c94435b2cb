import { refusal } from '@daily-papers/graph/errors.ts'
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  parse,
} from 'graphql'
import type { GraphQLParams } from 'graphql-yoga'
import { LRUCache } from 'lru-cache'
import { httpRefusal } from '../http/refuse.ts'
import { coded } from './coded.ts'
import { faultsOf } from './faults.ts'
import { hasNode } from './has-node.ts'
import { checkQueryText } from './nesting.ts'
import type { PipelinePlugin, PreparedOperation } from './plugin.ts'
import { checkingVariables } from './variables.ts'

/** @throws GraphQLError GRAPHQL_PARSE_FAILED, REQUEST_TOO_LARGE */
function parsed(query: string): DocumentNode {
  checkQueryText(query)
  try {
    return parse(query)
  } catch (error) {
    throw error instanceof GraphQLError ? coded('GRAPHQL_PARSE_FAILED', error) : error
  }
}

/** @throws GraphQLError OPERATION_RESOLUTION_FAILURE */
function operationIn(document: DocumentNode, name?: string, method?: string): OperationDefinitionNode {
  const definition = getOperationAST(document, name)
  if (definition?.operation === 'query') return definition
  const message = definition
    ? `This API only answers queries, and has no ${definition.operation}s.`
    : name
      ? 'The document has no operation with the name in `operationName`. Use the name of one that it has.'
      : 'The document has no operation, or several. Send one, or name the one to run in `operationName`.'
  if (definition?.operation === 'mutation' && method === 'GET')
    throw httpRefusal(405, 'OPERATION_RESOLUTION_FAILURE', message, { allow: 'POST' })
  throw refusal('OPERATION_RESOLUTION_FAILURE', message)
}

/** A document that was parsed and validated, and those of its operations that were asked for. */
interface Known {
  document: DocumentNode
  faults: readonly GraphQLError[]
  operations: Map<string | undefined, PreparedOperation>
}

function preparedIn(
  schema: GraphQLSchema,
  { document, faults }: Known,
  definition: OperationDefinitionNode,
): PreparedOperation {
  return {
    document,
    faults,
    definition,
    name: definition.name?.value,
    hasAliases: hasNode(document, node => node.kind === Kind.FIELD && node.alias !== undefined),
    checkVariables: checkingVariables(schema, definition.variableDefinitions),
  }
}

/**
 * Parses and validates each document once and keeps the valid ones, which halves the CPU of a small query. The cache is
 * bounded by the length of its texts, because a document takes up to a thousand times its text in memory.
 */
export function documents(schema: GraphQLSchema, maxLength = 250_000): PipelinePlugin {
  const valid = new LRUCache<string, Known>({
    maxSize: maxLength,
    sizeCalculation: (_, query) => query.length,
  })
  const operationOf = ({ query = '', operationName: name }: GraphQLParams, method?: string) => {
    const known = valid.get(query)
    const kept = known?.operations.get(name)
    if (kept) return kept
    const document = known?.document ?? parsed(query)
    // Before the validation, which takes longer than to refuse a wrong name.
    const definition = operationIn(document, name, method)
    const read: Known = known ?? { document, faults: faultsOf(schema, document), operations: new Map() }
    const operation = preparedIn(schema, read, definition)
    read.operations.set(name, operation)
    if (read.faults.length === 0) valid.set(query, read)
    return operation
  }
  return {
    onParse({ context, extendContext, setParsedDocument }) {
      const operation = operationOf(context.params, context.method)
      extendContext({ operation })
      setParsedDocument(operation.document)
    },
  }
}
