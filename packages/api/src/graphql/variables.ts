/**
 * Looks at variables before graphql-js does: those of scalars and enums, nearly all, are right or not by one call each.
 * Saves 5 % of the CPU of a small query.
 */
import {
  type GraphQLError,
  type GraphQLLeafType,
  type GraphQLSchema,
  getNullableType,
  getVariableValues,
  isLeafType,
  isNonNullType,
  typeFromAST,
  type VariableDefinitionNode,
} from 'graphql'

/** What is wrong with the variables that an operation is given; undefined when nothing is. */
export type FaultsOfVariables = (given: Record<string, unknown>) => readonly GraphQLError[] | undefined

interface Leaf {
  name: string
  type: GraphQLLeafType
  isRequired: boolean
}

const MOST_FAULTS = 50

function leafOf(schema: GraphQLSchema, { variable, type: node }: VariableDefinitionNode): Leaf | null {
  const type = typeFromAST(schema, node)
  const leaf = getNullableType(type)
  return isLeafType(leaf) ? { name: variable.name.value, type: leaf, isRequired: isNonNullType(type) } : null
}

/** Whether a value is surely right; what is wrong with others, if anything, is for graphql-js to say. */
function isRight({ name, type, isRequired }: Leaf, given: Record<string, unknown>): boolean {
  const value = given[name]
  if (value === undefined || value === null) return !isRequired
  try {
    return type.parseValue(value) !== undefined
  } catch {
    return false
  }
}

/** Checks variables as graphql-js does: what the compiled query relies on, since its own checks let more pass. */
export function checkingVariables(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[],
): FaultsOfVariables {
  const checkAll: FaultsOfVariables = given =>
    getVariableValues(schema, definitions, given, { maxErrors: MOST_FAULTS }).errors
  const leaves = definitions.map(definition => leafOf(schema, definition))
  if (leaves.includes(null)) return checkAll
  return given => (leaves.every(leaf => leaf && isRight(leaf, given)) ? undefined : checkAll(given))
}
