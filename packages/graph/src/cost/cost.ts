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
import { type Arguments, costOfField, type ResolvedCost } from './field-cost.ts'

/** The highest cost of one query. */
export const COST_LIMIT = 5_000
/** The most requests to the store that one query may cause. */
export const READS_LIMIT = 50
/** The most selections to visit. A document with more counts as too costly. */
const MOST_SELECTIONS = 20_000

/**
 * The cost of a query, and the most requests that it makes to the store. Retries of a throttled store don't count, nor
 * does one request a minute for the spellings of names.
 */
export interface Cost {
  cost: number
  reads: number
  /** The paths of the field with the highest cost and of the field with most reads. */
  highest: { cost: string; reads: string }
}

type Sum = Pick<Cost, 'cost' | 'reads'>

/** The objects that a selection runs on, and the number of groups in which they arrive. A loader batches within a group. */
interface Level {
  objects: number
  groups: number
  /** Rows of the connection that the selection is on. */
  page: number
  /** Requests of that connection's total. */
  total: number
  /** The path of response keys, each with a dot after it. */
  path: string
}

const TOO_MANY: Sum = { cost: Number.POSITIVE_INFINITY, reads: Number.POSITIVE_INFINITY }

/**
 * The static cost of an operation: the most that its shape and arguments allow. Null when the operation or its
 * variables are not valid, because execution reports that better.
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

  const most = { cost: 0, reads: 0 }
  const highest = { cost: '', reads: '' }
  function charge(budget: 'cost' | 'reads', path: string, own: number): number {
    if (own > most[budget]) {
      most[budget] = own
      highest[budget] = path
    }
    return own
  }

  function costOfSelections(type: GraphQLObjectType, sets: readonly SelectionSetNode[], level: Level): Sum {
    const sum = { cost: 0, reads: 0 }
    const loaded = new Map<string, { keys: number; path: string; batch: ResolvedCost['batch'] }>()
    const batches = (keys: number, groups = level.groups): number =>
      Math.min(keys, groups - 1 + Math.ceil(keys / BATCH))

    for (const [name, same] of collect(type, sets)) {
      if (looked > MOST_SELECTIONS) return TOO_MANY
      const asked = same[0] && askedField(type, same[0])
      if (!asked) continue
      const { field, fieldCost } = asked
      const path = `${level.path}${name}`
      const size = fieldCost.size === 'page' ? level.page : fieldCost.size
      const queries = fieldCost.queries === 'total' ? level.total : fieldCost.queries
      const keys = fieldCost.loads === undefined ? 0 : level.objects * (fieldCost.ofSelf ? 1 : size)
      if (fieldCost.loads !== undefined) {
        const others = loaded.get(fieldCost.loads)?.keys ?? 0
        const all = fieldCost.ofSelf ? Math.max(others, keys) : others + keys
        loaded.set(fieldCost.loads, { keys: all, path, batch: fieldCost.batch })
      }
      sum.cost += charge('cost', path, level.objects * fieldCost.charge)
      let reads = level.objects * queries
      // After a query for each object, what follows arrives at different times.
      const later = queries > 0 ? Math.max(level.groups, level.objects) : level.groups
      for (const [i, keys] of fieldCost.rounds.entries())
        reads += batches(level.objects * keys, i === 0 ? level.groups : later)
      sum.reads += charge('reads', path, reads)
      const below = costOfResult(field.type, same, {
        objects: level.objects * (fieldCost.connection ? 1 : size),
        groups: Math.max(queries > 0 ? level.objects : level.groups, batches(keys)),
        page: fieldCost.connection ? size : 0,
        total: fieldCost.total,
        path: `${path}.`,
      })
      sum.cost += below.cost
      sum.reads += below.reads
    }
    for (const { keys, path, batch } of loaded.values()) {
      const count = batches(keys)
      sum.reads += charge('reads', path, count * batch(keys > count ? 2 : 1))
    }
    return sum
  }

  /** Of an interface: the cost of its most expensive type. */
  function costOfResult(output: GraphQLOutputType, nodes: readonly FieldNode[], level: Level): Sum {
    const type = getNamedType(output)
    const types = isAbstractType(type) ? schema.getPossibleTypes(type) : isObjectType(type) ? [type] : []
    const sets = nodes.flatMap(node => node.selectionSet ?? [])
    const sums = level.objects === 0 ? [] : types.map(each => costOfSelections(each, sets, level))
    return {
      cost: Math.max(0, ...sums.map(({ cost }) => cost)),
      reads: Math.max(0, ...sums.map(({ reads }) => reads)),
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
    return { field, fieldCost: costOfField(field, args) }
  }

  const sum = costOfSelections(root, [operation.selectionSet], {
    objects: 1,
    groups: 1,
    page: 0,
    total: 0,
    path: '',
  })
  return { ...sum, highest }
}

/** Both budgets as `extensions.cost` shows them; null when a document is too large to measure. */
export function costShown({ cost, reads }: Cost): Record<string, number | null> {
  const shown = (figure: number) => (Number.isFinite(figure) ? figure : null)
  return { requested: shown(cost), limit: COST_LIMIT, reads: shown(reads), readsLimit: READS_LIMIT }
}

/** The refusal of a query that asks for too much; null when it may run. */
export function refusalOf(found: Cost): GraphQLError | null {
  const { cost, reads, highest } = found
  if (cost <= COST_LIMIT && reads <= READS_LIMIT) return null
  const figure = (value: number): string =>
    Number.isFinite(value) ? value.toLocaleString('en') : 'far too much'
  const [what, field] =
    cost > COST_LIMIT
      ? [`This query costs ${figure(cost)}; the limit is ${figure(COST_LIMIT)}.`, highest.cost]
      : [`This query needs up to ${figure(reads)} reads; the limit is ${READS_LIMIT}.`, highest.reads]
  const most = field && ` Most of it is \`${field.length > 200 ? `${field.slice(0, 199)}…` : field}\`.`
  const advice =
    'Ask for smaller pages (`first`) or fewer lists inside lists, or split it into several queries.'
  return refusal('COST_LIMIT_EXCEEDED', `${what}${most} ${advice}`, { cost: costShown(found) })
}
