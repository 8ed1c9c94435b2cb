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

function prepared(
  schema: GraphQLSchema,
  query: string,
  operationName?: string,
  method?: string,
): PreparedOperation {
  const document = parsed(query)
  const definition = operationIn(document, operationName, method)
  return {
    document,
    definition,
    name: definition.name?.value,
    faults: faultsOf(schema, document),
    hasAliases: hasNode(document, node => node.kind === Kind.FIELD && node.alias !== undefined),
    checkVariables: checkingVariables(schema, definition.variableDefinitions),
  }
}

/**
 * Parses and validates each document once and keeps the valid ones, which halves the CPU of a small query. The cache is
 * bounded by the length of its texts, because a document takes up to a thousand times its text in memory.
 */
export function documents(schema: GraphQLSchema, maxLength = 250_000): PipelinePlugin {
  const known = new LRUCache<string, PreparedOperation>({
    maxSize: maxLength,
    sizeCalculation: (_, key) => key.length,
  })
  // The length of the name says where the query begins, so that a name and a text never read like another text.
  const keyOf = (query: string, name = '') => `${name.length} ${name}${query}`
  const operationOf = (query: string, name?: string, method?: string): PreparedOperation => {
    const key = keyOf(query, name)
    const kept = known.get(key)
    if (kept) return kept
    const operation = prepared(schema, query, name, method)
    if (operation.faults.length === 0) known.set(key, operation)
    return operation
  }
  return {
    onParse({ context, extendContext, setParsedDocument }) {
      const { query = '', operationName } = context.params
      const operation = operationOf(query, operationName, context.method)
      extendContext({ operation })
      setParsedDocument(operation.document)
    },
  }
}
