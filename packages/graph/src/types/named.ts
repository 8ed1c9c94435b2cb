import type { Entity, EntityKind } from '@daily-papers/papers/entity.ts'
import type { EntityOrder } from '@daily-papers/store/questions.ts'
import { checkLength, entityKeyOf } from '../arguments/entity-key.ts'
import { NamedOrder, orderOfNames, orderText } from '../arguments/orders.ts'
import type { PageArguments } from '../arguments/page.ts'
import { pageArgs } from '../arguments/page.ts'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { connectionByQuery } from '../cost/field-cost.ts'
import { badInput } from '../errors.ts'
import { type Connection, connect } from '../relay/connection.ts'

/**
 * The entity with this name, or null. `argument` is the argument's name, for errors.
 * @throws GraphQLError BAD_USER_INPUT
 */
export function named<K extends EntityKind>(kind: K, argument: string, name: string, { entity }: Context) {
  checkLength(argument, name)
  return entity[kind].load(entityKeyOf(kind, name))
}

/**
 * The key prefix of names with this prefix. Keys don't end in a blank, so a blank at the end counts only before a
 * letter.
 */
function prefixOf(kind: EntityKind, startsWith: string): string {
  const key = entityKeyOf(kind, startsWith)
  return entityKeyOf(kind, `${startsWith}x`) === `${key} x` ? `${key} ` : key
}

/** The arguments of a list of names. `prefix` describes what `startsWith` matches. */
export const namedListArgs = (prefix: string) =>
  builder.args(t => ({
    ...pageArgs,
    orderBy: t.field({
      type: NamedOrder,
      defaultValue: { field: 'name' },
      description: 'Default: by name.',
    }),
    startsWith: t.string({ description: `${prefix} Requires the order NAME.` }),
  }))

/**
 * The cost of a list of names. By paper count, a page takes 2 requests where entities of one paper begin, and 3 where
 * they are rare (decision 0006).
 */
export const costOfNamedList = connectionByQuery(
  ({ orderBy }) => ((orderBy as { field?: EntityOrder } | null)?.field === 'paperCount' ? 3 : 1),
  1,
)

interface NamedListArguments extends PageArguments {
  orderBy?: Parameters<typeof orderOfNames>[0] | null | undefined
  startsWith?: string | null | undefined
}

/**
 * A page of all entities of a kind.
 * @throws GraphQLError BAD_USER_INPUT
 */
export function listNamed<K extends EntityKind>(
  kind: K,
  args: NamedListArguments,
  { store }: Context,
): Promise<Connection<Extract<Entity, { kind: K }>>> {
  const order = orderOfNames(args.orderBy ?? { field: 'name' })
  const { startsWith } = args
  if (startsWith && order.field !== 'name') {
    throw badInput('`startsWith` requires the order NAME: leave out `startsWith` or `orderBy`.')
  }
  if (startsWith) checkLength('startsWith', startsWith)
  const prefix = startsWith ? prefixOf(kind, startsWith) : null
  const list = { list: `${kind}s`, order: orderText(order), filter: prefix ?? '' }
  return connect(list, args, page => store.entityList(kind, order, prefix, page))
}
