import type { Entity, FeedDay } from '@daily-papers/papers/entity.ts'
import type { Paper } from '@daily-papers/papers/paper.ts'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { costs } from '../cost/field-cost.ts'
import { badInput } from '../errors.ts'
import { decodeId, type NodeType } from './ids.ts'

/** The most ids or refs of one call. */
export const MOST_IDS = 100

export const idDescription =
  'Opaque global id that never changes. Use it with `node` and `nodes`, and as a cache key.'

export type NodeValue = Paper | FeedDay | Entity

const typeOfKind = {
  author: 'Author',
  account: 'HubUser',
  organization: 'Organization',
  keyword: 'Keyword',
} as const

export const nodeTypeOf = (node: NodeValue): NodeType =>
  'kind' in node ? typeOfKind[node.kind] : 'date' in node ? 'Day' : 'Paper'

export const Node = builder.interfaceRef<NodeValue>('Node').implement({
  description: 'An object with a global id.',
  resolveType: nodeTypeOf,
  fields: t => ({
    // Every type of node resolves its own.
    id: t.id({ description: idDescription, resolve: () => '' }),
  }),
})

const readers: Record<NodeType, (context: Context, key: string) => Promise<NodeValue | null>> = {
  Paper: ({ paper }, key) => paper.load(key),
  Day: ({ day }, key) => day.load(key),
  Author: ({ entity }, key) => entity.author.load(key),
  HubUser: ({ entity }, key) => entity.account.load(key),
  Organization: ({ entity }, key) => entity.organization.load(key),
  Keyword: ({ entity }, key) => entity.keyword.load(key),
}

async function nodeOf(id: string, context: Context): Promise<NodeValue | null> {
  const { type, key } = decodeId(id)
  return readers[type](context, key)
}

/**
 * Refuses more values than one call may have.
 * @throws GraphQLError BAD_USER_INPUT
 */
export function atMostIds<T>(name: string, values: readonly T[]): readonly T[] {
  if (values.length <= MOST_IDS) return values
  throw badInput(
    `\`${name}\` has ${values.length} values; the limit is ${MOST_IDS}. Split them into several calls.`,
  )
}

/**
 * The values in their places, an error in place of one that failed: graphql-js then tells it with its place, and
 * graphql-jit, which drops a promise that fails from its list, does too.
 */
export const eachInPlace = <T>(values: readonly Promise<T>[]): Promise<T[]> =>
  Promise.all(values.map(value => value.catch((error: unknown) => error as T)))

function typeOf(id: unknown): NodeType | null {
  try {
    return decodeId(String(id)).type
  } catch {
    return null
  }
}

const idsOf = ({ ids }: Record<string, unknown>): unknown[] => (Array.isArray(ids) ? ids : [])

builder.queryFields(t => ({
  node: t.field({
    type: Node,
    nullable: true,
    description: 'The node with this id. Null when there is none. A malformed id is an error.',
    args: { id: t.arg.id({ required: true, description: 'The `id` of a node.' }) },
    extensions: costs({ loads: 'node' }),
    resolve: (_, { id }, context) => nodeOf(id, context),
  }),
  nodes: t.field({
    type: [Node],
    nullable: { list: false, items: true },
    description:
      'Up to 100 nodes, in the order of `ids`. Null where there is none. A malformed id is null with an error at its index in `path`.',
    args: { ids: t.arg.idList({ required: true, description: 'At most 100 ids of nodes.' }) },
    // One request for each type among the ids.
    extensions: costs({
      charge: args => idsOf(args).length,
      size: args => idsOf(args).length,
      queries: args => new Set(idsOf(args).slice(0, MOST_IDS).map(typeOf)).size,
    }),
    resolve: (_, { ids }, context) => eachInPlace(atMostIds('ids', ids).map(id => nodeOf(id, context))),
  }),
}))
