import type { Operation } from '@daily-papers/graph/cost/operation.ts'
import { refusal } from '@daily-papers/graph/errors.ts'
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  isInputObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql'
import { LRUCache } from 'lru-cache'
import { LIMITS } from '../http/limits.ts'
import { hasNode } from './document.ts'
import { documentLimitErrors } from './document-limits.ts'
import { checkQueryText } from './nesting.ts'
import { checkingVariables, type FaultsOfVariables } from './variables.ts'

/** An operation with what its variables are checked by. */
export interface PreparedOperation extends Operation {
  text: string
  /** Whether a field may stand under several names, and so a long text in the answer many times. */
  repeats: boolean
  faultsOfVariables: FaultsOfVariables
}

export type Prepared = { operation: PreparedOperation } | { errors: readonly GraphQLError[] }

const tooManyTokens = () =>
  refusal(
    'REQUEST_TOO_LARGE',
    `The query has more than ${LIMITS.tokens} tokens, the most that are read. Split it into several queries.`,
  )

const tooRepetitive = () =>
  refusal('REQUEST_TOO_LARGE', 'The query selects the same fields too often to be checked. Select each once.')

/** A fault of a document with the code of its stage, unless it has one, as that of a scalar has. */
const coded = (code: 'GRAPHQL_PARSE_FAILED' | 'GRAPHQL_VALIDATION_FAILED', fault: GraphQLError) => {
  if (fault.extensions.code !== undefined) return fault
  const { message, nodes, source, positions } = fault
  return new GraphQLError(message, { nodes, source, positions, extensions: { code } })
}

const oneOf = /^OneOf Input Object "(\w+)" must specify exactly one key\.$/

/** A fault of a `@oneOf` input, of which graphql-js says the type alone, with the keys to choose from; any other as it is. */
function withChoices(schema: GraphQLSchema, fault: GraphQLError): GraphQLError {
  const name = oneOf.exec(fault.message)?.[1]
  const type = name && schema.getType(name)
  if (!isInputObjectType(type)) return fault
  const message = fault.message.replace('one key.', `one of ${Object.keys(type.getFields()).join(', ')}.`)
  return new GraphQLError(message, { nodes: fault.nodes })
}

function parsed(query: string): DocumentNode | GraphQLError {
  try {
    checkQueryText(query)
    return parse(query, { maxTokens: LIMITS.tokens })
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error
    return error.message.includes('Parsing aborted') ? tooManyTokens() : coded('GRAPHQL_PARSE_FAILED', error)
  }
}

function operationIn(document: DocumentNode, name: string | null): OperationDefinitionNode | GraphQLError {
  const definition = getOperationAST(document, name)
  if (definition?.operation === 'query') return definition
  const message = definition
    ? `This API only answers queries, and has no ${definition.operation}s.`
    : name
      ? 'The document has no operation of the name in `operationName`. Send one of those it has.'
      : 'The document has no operation, or several. Send one, or name the one to run in `operationName`.'
  return refusal('OPERATION_RESOLUTION_FAILURE', message)
}

const hasAlias = (document: DocumentNode): boolean =>
  hasNode(document, node => node.kind === Kind.FIELD && node.alias !== undefined)

/** Faults of a document: LIMITS first, which bound what validation costs. */
function faultsOf(schema: GraphQLSchema, document: DocumentNode): readonly GraphQLError[] {
  const tooMuch = documentLimitErrors(document)
  if (tooMuch.length > 0) return tooMuch
  const faults = validate(schema, document)
  // What graphql-js says when its comparison of fields of one name exceeds its own bound.
  if (faults.some(({ message }) => message === 'Validation aborted.')) return [tooRepetitive()]
  return faults.map(fault => coded('GRAPHQL_VALIDATION_FAILED', withChoices(schema, fault)))
}

/**
 * Parses and validates queries, each valid one once: half of what a small query costs without.
 * Bounded by the length of the texts: a document takes up to a thousand times its text in memory.
 */
export function createPrepare(
  schema: GraphQLSchema,
  maxLength = 250_000,
): (query: string, operationName: string | null) => Prepared {
  const known = new LRUCache<string, PreparedOperation>({
    maxSize: maxLength,
    sizeCalculation: (_, key) => key.length + 1,
  })
  return (query, operationName) => {
    // The length of the name says where the query begins, so that no text is taken for another's with a name.
    const key = `${operationName?.length ?? ''} ${operationName ?? ''}${query}`
    const kept = known.get(key)
    if (kept) return { operation: kept }
    const document = parsed(query)
    if (document instanceof GraphQLError) return { errors: [document] }
    const definition = operationIn(document, operationName)
    if (definition instanceof GraphQLError) return { errors: [definition] }
    const errors = faultsOf(schema, document)
    if (errors.length > 0) return { errors }
    const operation = {
      text: query,
      document,
      definition,
      name: definition.name?.value,
      repeats: hasAlias(document),
      faultsOfVariables: checkingVariables(schema, definition.variableDefinitions ?? []),
    }
    known.set(key, operation)
    return { operation }
  }
}
