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
 * What goes by a name; null when nothing does. `argument` is the name of the argument, for errors.
 * @throws GraphQLError BAD_USER_INPUT
 */
export function named<K extends EntityKind>(kind: K, argument: string, name: string, { entity }: Context) {
  checkLength(argument, name)
  return entity[kind].load(entityKeyOf(kind, name))
}

/** How the keys of names that start with this start. A key ends in no blank, so one at the end shows only once letters follow. */
function prefixOf(kind: EntityKind, startsWith: string): string {
  const key = entityKeyOf(kind, startsWith)
  return entityKeyOf(kind, `${startsWith}x`) === `${key} x` ? `${key} ` : key
}

export const namedListArgs = builder.args(t => ({
  ...pageArgs,
  orderBy: t.field({
    type: NamedOrder,
    defaultValue: { field: 'name' },
    description: 'Default: by name.',
  }),
  startsWith: t.string({
    description:
      'Only names with this prefix. Ignores case, hyphens of keywords, and accents and punctuation of authors. Organizations and accounts: prefix of the handle. Requires the order NAME.',
  }),
}))

/** The cost of a list of names. By paper count, where those of a single paper begin, it takes 2, and 3 where these are rare (decision 0006). */
export const costOfNamedList = connectionByQuery(
  ({ orderBy }) => ((orderBy as { field?: EntityOrder } | null)?.field === 'paperCount' ? 3 : 1),
  1,
)

interface NamedListArguments extends PageArguments {
  orderBy?: Parameters<typeof orderOfNames>[0] | null | undefined
  startsWith?: string | null | undefined
}

/**
 * A page of everything of a kind.
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
    throw badInput('`startsWith` goes with the order NAME alone: leave one of the two out.')
  }
  if (startsWith) checkLength('startsWith', startsWith)
  const prefix = startsWith ? prefixOf(kind, startsWith) : null
  const list = { list: `${kind}s`, order: orderText(order), filter: prefix ?? '' }
  return connect(list, args, page => store.entityList(kind, order, prefix, page))
}
