import {
  type DocumentNode,
  type FieldNode,
  type GraphQLError,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  getOperationAST,
  getVariableValues,
  isAbstractType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql'
import { BATCH } from '../context.ts'
import { refusal } from '../errors.ts'
import { fieldCollector } from './collect-fields.ts'
import { type Arguments, weightOf } from './field-cost.ts'

/** What one query may cost. */
export const COST_LIMIT = 5_000
/** Requests that one query may make to the store. */
export const REQUEST_LIMIT = 50
/** Selections that are weighed before a document counts as too costly, whatever it asks. */
const MOST_SELECTIONS = 20_000

/** What a query costs, and the requests to the store that it makes at most, those aside that a throttled store has repeated. */
export interface Cost {
  cost: number
  requests: number
}

/** The objects that a selection runs on, and in how many groups they arrive at different times: a loader batches within a group. */
interface Level {
  objects: number
  groups: number
  /** Rows of the connection that the selection is on. */
  page: number
  /** Requests of that connection's total. */
  total: number
}

const TOO_MANY: Cost = { cost: Number.POSITIVE_INFINITY, requests: Number.POSITIVE_INFINITY }

/**
 * The static cost of an operation: what its shape and its arguments allow at most, whatever the store holds.
 * Null when the operation or its variables are not valid, which execution says better.
 */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName?: string | null,
  variables: Record<string, unknown> = {},
): Cost | null {
  const operation = getOperationAST(document, operationName)
  const root = operation && schema.getRootType(operation.operation)
  if (!root) return null
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables)
  if (!coerced) return null

  let looked = 0
  const collect = fieldCollector(schema, document, coerced, () => {
    looked += 1
  })

  function weigh(type: GraphQLObjectType, sets: readonly SelectionSetNode[], level: Level): Cost {
    const sum = { cost: 0, requests: 0 }
    const keysOf = new Map<string, number>()
    const batches = (keys: number, groups = level.groups): number =>
      Math.min(keys, groups - 1 + Math.ceil(keys / BATCH))

    for (const same of collect(type, sets).values()) {
      if (looked > MOST_SELECTIONS) return TOO_MANY
      const asked = same[0] && askedField(type, same[0])
      if (!asked) continue
      const { field, weight } = asked
      const size = weight.size === 'page' ? level.page : weight.size
      const queries = weight.queries === 'total' ? level.total : weight.queries
      const keys = weight.loads === undefined ? 0 : level.objects * (weight.ofSelf ? 1 : size)
      if (weight.loads !== undefined) {
        const others = keysOf.get(weight.loads) ?? 0
        keysOf.set(weight.loads, weight.ofSelf ? Math.max(others, keys) : others + keys)
      }
      sum.cost += level.objects * weight.charge
      sum.requests += level.objects * queries
      // What follows a query of each object follows it at a time of its own.
      const later = queries > 0 ? Math.max(level.groups, level.objects) : level.groups
      for (const [i, keys] of weight.rounds.entries())
        sum.requests += batches(level.objects * keys, i === 0 ? level.groups : later)
      const below = weighResult(field.type, same, {
        objects: level.objects * (weight.connection ? 1 : size),
        groups: Math.max(queries > 0 ? level.objects : level.groups, batches(keys)),
        page: weight.connection ? size : 0,
        total: weight.total,
      })
      sum.cost += below.cost
      sum.requests += below.requests
    }
    for (const keys of keysOf.values()) sum.requests += batches(keys)
    return sum
  }

  /** Of an interface: the dearest of its types. */
  function weighResult(output: GraphQLOutputType, nodes: readonly FieldNode[], level: Level): Cost {
    const type = getNamedType(output)
    const types = isAbstractType(type) ? schema.getPossibleTypes(type) : isObjectType(type) ? [type] : []
    const sets = nodes.flatMap(node => node.selectionSet ?? [])
    const weighed = level.objects === 0 ? [] : types.map(each => weigh(each, sets, level))
    return {
      cost: Math.max(0, ...weighed.map(({ cost }) => cost)),
      requests: Math.max(0, ...weighed.map(({ requests }) => requests)),
    }
  }

  /** Null for `__typename` and the like, and where arguments are not valid: the field then reads nothing. */
  function askedField(type: GraphQLObjectType, node: FieldNode) {
    const field = type.getFields()[node.name.value]
    if (!field) return null
    let args: Arguments
    try {
      args = getArgumentValues(field, node, coerced)
    } catch {
      return null
    }
    return { field, weight: weightOf(field, args) }
  }

  return weigh(root, [operation.selectionSet], { objects: 1, groups: 1, page: 0, total: 0 })
}

/** The refusal of a query that asks for too much; null when it may run. */
export function refusalOf({ cost, requests }: Cost): GraphQLError | null {
  if (cost <= COST_LIMIT && requests <= REQUEST_LIMIT) return null
  const figure = (value: number): string =>
    Number.isFinite(value) ? value.toLocaleString('en') : 'far too much'
  const what =
    cost > COST_LIMIT
      ? `This query costs ${figure(cost)}; the limit is ${figure(COST_LIMIT)}.`
      : `This query needs up to ${figure(requests)} reads of the store; the limit is ${REQUEST_LIMIT}.`
  const advice =
    'Ask for smaller pages (`first`) or fewer lists inside lists, or split it into several queries.'
  const requested = Number.isFinite(cost) ? cost : null
  return refusal('COST_LIMIT_EXCEEDED', `${what} ${advice}`, { cost: { requested, limit: COST_LIMIT } })
}
