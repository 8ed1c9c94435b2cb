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

/** The errors of the variables that an operation is given. Undefined: none. */
export type CheckVariables = (given: Record<string, unknown>) => readonly GraphQLError[] | undefined

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

/** Whether a value is surely valid. The errors of any other are for graphql-js to find. */
function isValid({ name, type, isRequired }: Leaf, given: Record<string, unknown>): boolean {
  const value = given[name]
  if (value === undefined || value === null) return !isRequired
  try {
    return type.parseValue(value) !== undefined
  } catch {
    return false
  }
}

/**
 * Checks variables as graphql-js does, whose own check takes a twentieth of the CPU of a small query. Scalars and enums,
 * nearly all that is sent, need one call each.
 */
export function checkingVariables(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[] = [],
): CheckVariables {
  const leaves = definitions.map(definition => leafOf(schema, definition))
  return given =>
    leaves.every(leaf => leaf && isValid(leaf, given))
      ? undefined
      : getVariableValues(schema, definitions, given, { maxErrors: MOST_FAULTS }).errors
}
