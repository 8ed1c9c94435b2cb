import { encodeCursor } from '@daily-papers/store/cursor.ts'
import type { ObjectRef } from '@pothos/core'
import { builder } from '../builder.ts'
import { costs } from '../cost/field-cost.ts'
import { type Connection, cursorOf, type Edge, edgesOf } from './connection.ts'

const PageInfo = builder.objectRef<Connection<unknown>>('PageInfo').implement({
  description: 'Where a page stands in its list.',
  fields: t => ({
    hasNextPage: t.boolean({
      description:
        'Whether more follow. Exact when paging forward (`first`); when paging backward (`last`), true exactly when `before` was given.',
      resolve: ({ page }) => page.hasNextPage,
    }),
    hasPreviousPage: t.boolean({
      description:
        'Whether more come before. Exact when paging backward (`last`); when paging forward (`first`), true exactly when `after` was given.',
      resolve: ({ page }) => page.hasPreviousPage,
    }),
    startCursor: t.string({
      nullable: true,
      description: 'The cursor of the first edge, to pass as `before`; null when the page is empty.',
      resolve: connection => cursorAt(connection, 0),
    }),
    endCursor: t.string({
      nullable: true,
      description:
        'The cursor of the last edge, to pass as `after`; null when the page is empty, except in `changes`, where it is always there and to be stored.',
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

type Types = typeof builder.$inferSchemaTypes

/** The connection and edge types `nameConnection` and `nameEdge`, whose rows are nodes of the type `node`. */
export function connectionType<T, C extends Connection<T> = Connection<T>>({
  name,
  node,
  what,
  nodeOf = node => node,
  total = 'Exact, of the whole list and not of this page alone.',
}: {
  name: string
  node: ObjectRef<Types, unknown>
  /** The node of a row. Default: what the row holds. */
  nodeOf?: (held: T) => unknown
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
        description: 'Its place, to pass as `after` or `before` to the same list.',
        resolve: cursorOf,
      }),
      node: t.field({
        type: node,
        description: 'What stands there.',
        extensions: costs({ charge: 0 }),
        resolve: ({ row }) => nodeOf(row.node) as never,
      }),
    }),
  })
  const connection = builder.objectRef<C>(`${name}Connection`)
  connection.implement({
    description: `A page of ${what}.`,
    fields: t => ({
      nodes: t.field({
        type: [node],
        description: 'What stands on this page, in list order.',
        extensions: costs({ charge: 0, size: 'page' }),
        resolve: ({ page }) => page.rows.map(row => nodeOf(row.node) as never),
      }),
      edges: t.field({
        type: [edge],
        description: 'The same with a cursor each.',
        extensions: costs({ size: 'page' }),
        resolve: edgesOf,
      }),
      pageInfo: t.field({
        type: PageInfo,
        description: 'Where this page stands in the list.',
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
