import { type GraphQLField, getNamedType, isInterfaceType, isObjectType } from 'graphql'
import { DEFAULT_PAGE, MOST_IN_PAGE } from '../arguments/page.ts'

export type Arguments = Record<string, unknown>
type Figure = number | ((args: Arguments) => number)

/** The cost of a field, for each object that it is selected on. Declared beside the field. */
export interface FieldCost {
  /** The field is a connection. Each row of its page costs 1, and a query of its own costs 5 more. */
  connection?: true
  /** Nodes charged. Default: the page of a connection; else 1 when it gives a node; else 0. */
  charge?: Figure
  /** The number of objects that its selection runs on. `page`: the rows of its connection. Default 1. */
  size?: Figure | 'page'
  /** Requests to the store. `total`: those for the connection's total. Default 0. */
  queries?: Figure | 'total'
  /** Number of keys in each round of reads. A round is batched with those of its siblings. Default none. */
  rounds?: (args: Arguments) => readonly number[]
  /** Requests for the connection's `totalCount`. Default 0. */
  total?: Figure
  /** The batching loader that it reads through: one request for 100 keys. */
  loads?: string
  /** Requests that a batch of so many keys takes. Default 1. */
  batch?: (keys: number) => number
  /** The field reads the object's own key, so several such fields read it once. */
  ofSelf?: true
}

/** A field's cost with its arguments filled in. */
export interface ResolvedCost {
  connection: boolean
  charge: number
  size: number | 'page'
  queries: number | 'total'
  rounds: readonly number[]
  total: number
  loads: string | undefined
  batch: (keys: number) => number
  ofSelf: boolean
}

/** The `extensions` of a field that costs something. */
export const costs = (cost: FieldCost): { cost: FieldCost } => ({ cost })

/**
 * Requests that count the papers of a range of days: one for each megabyte. The ranks of some 900 days of 100 papers
 * fill a megabyte.
 */
export const DAYS_COUNTED = 2

/** A connection in its parent's document. A row costs a fifth of a node, because nothing is read. */
export const connectionInMemory = costs({ connection: true, charge: args => Math.ceil(rowsAsked(args) / 5) })

/** A connection that needs requests of its own, and perhaps more for its total. */
export const connectionByQuery = (queries: Figure, total: Figure = 0): { cost: FieldCost } =>
  costs({ connection: true, queries, total })

/** The page size of a connection. A size out of range counts as the nearest valid one. */
export function rowsAsked({ first, last }: Arguments): number {
  const asked = first ?? last
  return typeof asked === 'number' ? Math.min(Math.max(asked, 0), MOST_IN_PAGE) : DEFAULT_PAGE
}

function givesNode(field: GraphQLField<unknown, unknown>): boolean {
  const type = getNamedType(field.type)
  if (isInterfaceType(type)) return type.name === 'Node'
  return isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node')
}

const one = () => 1

const figureOf = (figure: Figure | undefined, args: Arguments, otherwise: number): number =>
  typeof figure === 'function' ? figure(args) : (figure ?? otherwise)

export function costOfField(field: GraphQLField<unknown, unknown>, args: Arguments): ResolvedCost {
  const cost = (field.extensions as { cost?: FieldCost }).cost ?? {}
  const connection = cost.connection === true
  const queries = cost.queries === 'total' ? 'total' : figureOf(cost.queries, args, 0)
  const rows = connection ? rowsAsked(args) : 0
  const rounds = cost.rounds?.(args) ?? []
  const charge = connection ? rows + (queries === 0 && rounds.length === 0 ? 0 : 5) : givesNode(field) ? 1 : 0
  return {
    connection,
    charge: figureOf(cost.charge, args, charge),
    size: connection ? rows : cost.size === 'page' ? 'page' : figureOf(cost.size, args, 1),
    queries,
    rounds,
    total: figureOf(cost.total, args, 0),
    loads: cost.loads,
    batch: cost.batch ?? one,
    ofSelf: cost.ofSelf === true,
  }
}
