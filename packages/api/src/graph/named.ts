import type { Entity, EntityKind } from '@daily-papers/papers/entity.ts'
import { accountKey, authorKey, keywordKey, organizationKey } from '@daily-papers/papers/names.ts'
import type { EntityOrder } from '@daily-papers/store/questions.ts'
import { builder } from '../builder.ts'
import { type Connection, connect, type PageArguments } from '../connection.ts'
import type { Context } from '../context.ts'
import { badInput } from '../errors.ts'
import { connectionByQuery } from '../field-cost.ts'
import { pageArgs } from './connections.ts'
import { NamedOrder, orderOfNames, orderText } from './orders.ts'

const LONGEST_NAME = 300

const keyOf: Record<EntityKind, (name: string) => string> = {
  // A key may come in place of a name. The few that folding would change start with `~`, or end in it and a hash.
  author: name => (/^~|~[\da-f]{16}$/.test(name) ? name : authorKey(name)),
  keyword: keywordKey,
  organization: organizationKey,
  account: accountKey,
}

function checkLength(argument: string, text: string): void {
  if (text.length <= LONGEST_NAME) return
  throw badInput(`\`${argument}\` has ${text.length} characters: names have at most ${LONGEST_NAME}.`)
}

/**
 * What goes by a name; null when nothing does. `argument` is the name of the argument, for errors.
 * @throws GraphQLError BAD_USER_INPUT
 */
export function named<K extends EntityKind>(kind: K, argument: string, name: string, { entity }: Context) {
  checkLength(argument, name)
  return entity[kind].load(keyOf[kind](name))
}

export const namedListArgs = builder.args(t => ({
  ...pageArgs,
  orderBy: t.field({
    type: NamedOrder,
    defaultValue: { field: 'name' },
    description: 'The order; by default by name.',
  }),
  startsWith: t.string({
    description:
      'Only those whose name starts with this, without regard to case; for keywords also to hyphens, for authors also to accents and punctuation. Organizations and accounts go by their handle. Goes with the order NAME.',
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
  const prefix = startsWith ? keyOf[kind](startsWith) : null
  const list = { list: `${kind}s`, order: orderText(order), filter: prefix ?? '' }
  return connect(list, args, page => store.entityList(kind, order, prefix, page))
}
