import type { Paper } from '@daily-papers/papers/paper.ts'
import type { PapersOf } from '@daily-papers/store/questions.ts'
import { OrderDirection } from '../arguments/orders.ts'
import type { PageArguments } from '../arguments/page.ts'
import { pageArgs } from '../arguments/page.ts'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { type Arguments, costs, rowsAsked } from '../cost/field-cost.ts'
import { type Connection, connect } from '../relay/connection.ts'

export const papersOfArgs = builder.args(t => ({
  ...pageArgs,
  direction: t.field({
    type: OrderDirection,
    defaultValue: 'DESC',
    description: 'DESC (default): newest featured day first. ASC: oldest first.',
  }),
}))

/** Whether a page is sure to be among the papers that the item names itself: about the newest thirty, fewer of an account. */
const isNewest = ({ first, last, after, before, direction }: Arguments): boolean =>
  direction !== 'ASC' && !last && !after && !before && Number(first ?? 20) <= 10

/**
 * The cost of the papers of something: its item, which names the newest, then the papers, each gathered with those of its
 * siblings; further down a query for its older months.
 */
export const costOfPapersOf = costs({
  connection: true,
  queries: args => (isNewest(args) ? 0 : 1),
  rounds: args => [1, rowsAsked(args)],
})

/** The same for what says more with each paper, so that its item may name fewer than a page: organizations and accounts. */
export const costOfPapersOfDetailed = costs({
  connection: true,
  queries: 1,
  rounds: args => [1, rowsAsked(args)],
})

/** A page of the papers of something, by the day that featured them. */
export function papersOf(
  of: PapersOf,
  args: PageArguments & { direction?: 'ASC' | 'DESC' | null | undefined },
  { store }: Context,
): Promise<Connection<Paper>> {
  const descending = args.direction !== 'ASC'
  const list = { list: `papers of ${of.kind}`, order: descending ? '-' : '+', filter: of.key }
  const { kind, key: name } = of
  const hasFeed = kind === 'author' || kind === 'organization' || kind === 'keyword'
  const feed = hasFeed ? { kind, name } : null
  return connect(list, args, page => store.papersOf(of, descending, page), feed)
}
