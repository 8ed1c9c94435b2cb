import { refusal } from '@daily-papers/graph/errors.ts'
import {
  type ASTNode,
  type DocumentNode,
  GraphQLError,
  type GraphQLInputObjectType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql'
import { coded } from './coded.ts'
import { documentLimitErrors } from './document-limits.ts'
import { likelyFixes } from './likely-fix.ts'

const MOST_FAULTS = 50

const tooRepetitive = () =>
  refusal('REQUEST_TOO_LARGE', 'The query selects the same fields too often to be checked. Select each once.')

/** Names the fields to choose from, where graphql-js only names the type. */
const oneOfFault = (type: GraphQLInputObjectType, node: ASTNode) =>
  new GraphQLError(
    `OneOf Input Object "${type.name}" must specify exactly one of ${Object.keys(type.getFields()).join(', ')}.`,
    { nodes: node },
  )

/** The inputs of a document that must have one field, and have none or several. */
function oneOfInputs(schema: GraphQLSchema, document: DocumentNode): Map<ASTNode, GraphQLInputObjectType> {
  const found = new Map<ASTNode, GraphQLInputObjectType>()
  const types = new TypeInfo(schema)
  const visitor = visitWithTypeInfo(types, {
    ObjectValue(node) {
      const type = getNamedType(types.getInputType())
      if (isInputObjectType(type) && type.isOneOf && node.fields.length !== 1) found.set(node, type)
    },
  })
  visit(document, visitor)
  return found
}

/** The faults of a document. The limits come first, because they bound the cost of validation. */
export function faultsOf(schema: GraphQLSchema, document: DocumentNode): readonly GraphQLError[] {
  const tooMuch = documentLimitErrors(document)
  if (tooMuch.length > 0) return tooMuch
  const faults = validate(schema, document, undefined, { maxErrors: MOST_FAULTS })
  if (faults.length === 0) return faults
  // An error without a place in the document means that graphql-js gave up comparing fields.
  if (faults.length <= MOST_FAULTS && faults.some(({ nodes }) => !nodes)) return [tooRepetitive()]
  const inputs = oneOfInputs(schema, document)
  const fixes = likelyFixes(schema, document)
  return faults.map(fault => {
    const [node] = fault.nodes ?? []
    const type = node && inputs.get(node)
    const fix = node && fixes.get(node)
    const better = fix && new GraphQLError(`${fault.message} ${fix}`, { nodes: fault.nodes })
    return coded('GRAPHQL_VALIDATION_FAILED', type ? oneOfFault(type, node) : better || fault)
  })
}
