import { encodeCursor } from '@daily-papers/store/cursor.ts'
import type { ObjectRef } from '@pothos/core'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { costs } from '../cost/field-cost.ts'
import { type Connection, cursorOf, type Edge, edgesOf } from './connection.ts'

const PageInfo = builder.objectRef<Connection<unknown>>('PageInfo').implement({
  description: 'Cursors of a page, and whether there are more.',
  fields: t => ({
    hasNextPage: t.boolean({
      description:
        'Whether more elements follow. Exact with `first`. With `last`, true if `before` was given.',
      resolve: ({ page }) => page.hasNextPage,
    }),
    hasPreviousPage: t.boolean({
      description:
        'Whether more elements come before. Exact with `last`. With `first`, true if `after` was given.',
      resolve: ({ page }) => page.hasPreviousPage,
    }),
    startCursor: t.string({
      nullable: true,
      description: 'Cursor of the first edge. Pass it as `before`. Null on an empty page.',
      resolve: connection => cursorAt(connection, 0),
    }),
    endCursor: t.string({
      nullable: true,
      description:
        'Cursor of the last edge. Pass it as `after`. Null on an empty page. In `changes` with ASC it is never null, so store it. In `changes` with DESC it is null only on an empty last page.',
      resolve: connection => endOf(connection),
    }),
  }),
})

function cursorAt({ page, list }: Connection<unknown>, index: number): string | null {
  const row = page.rows.at(index)
  return row ? cursorOf({ row, list }) : null
}

function endOf(connection: Connection<unknown>): string | null {
  const { page, list } = connection
  return page.end === undefined ? cursorAt(connection, -1) : encodeCursor(list, page.end)
}

type Nodes = readonly unknown[] | Promise<readonly unknown[]>

const first = (nodes: Nodes): unknown => (nodes instanceof Promise ? nodes.then(([node]) => node) : nodes[0])

type Types = typeof builder.$inferSchemaTypes

/** The connection and edge types `nameConnection` and `nameEdge`, whose rows are nodes of the type `node`. */
export function connectionType<T, C extends Connection<T> = Connection<T>>({
  name,
  node,
  what,
  nodesOf = held => held,
  total = 'Number of elements in the whole list, exact. Null only with an error.',
}: {
  name: string
  node: ObjectRef<Types, unknown>
  /** The nodes of rows' values. Default: the values themselves. */
  nodesOf?: (held: readonly T[], context: Context) => Nodes
  /** Of the nodes, in the plural, for descriptions. */
  what: string
  /** Description of `totalCount`; null for a list that is not counted. */
  total?: string | null
}) {
  const edge = builder.objectRef<Edge<T>>(`${name}Edge`)
  edge.implement({
    description: `A place in a list of ${what}.`,
    fields: t => ({
      cursor: t.string({
        description: 'Pass it as `after` or `before` to the same list.',
        resolve: cursorOf,
      }),
      node: t.field({
        type: node,
        description: 'The element.',
        extensions: costs({ charge: 0 }),
        resolve: ({ row }, _, context) => first(nodesOf([row.node], context)) as never,
      }),
    }),
  })
  const connection = builder.objectRef<C>(`${name}Connection`)
  connection.implement({
    description: `A page of ${what}.`,
    fields: t => ({
      nodes: t.field({
        type: [node],
        description: 'Elements of this page, in order.',
        extensions: costs({ charge: 0, size: 'page' }),
        resolve: ({ page }, _, context) =>
          nodesOf(
            page.rows.map(row => row.node),
            context,
          ) as never,
      }),
      edges: t.field({
        type: [edge],
        description: 'The elements of this page, each with its cursor.',
        extensions: costs({ size: 'page' }),
        resolve: edgesOf,
      }),
      pageInfo: t.field({
        type: PageInfo,
        description: 'Cursors of this page, and whether there are more.',
        resolve: connection => connection,
      }),
    }),
  })
  if (total !== null) {
    builder.objectField(connection, 'totalCount', t =>
      t.int({
        nullable: true,
        description: total,
        extensions: costs({ queries: 'total' }),
        resolve: ({ total }) => total(),
      }),
    )
  }
  return { connection, edge }
}
