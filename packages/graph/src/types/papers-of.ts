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

/** Whether the entity's item surely holds the page: it has about the newest thirty papers, or fewer for an account. */
const isNewest = ({ first, last, after, before, direction }: Arguments): boolean =>
  direction !== 'ASC' && !last && !after && !before && Number(first ?? 20) <= 10

/**
 * The cost of an entity's papers: one read of its item, one of the papers, and a query for its older months if the page
 * is further down. Reads are batched with those of siblings.
 */
export const costOfPapersOf = costs({
  connection: true,
  queries: args => (isNewest(args) ? 0 : 1),
  rounds: args => [1, rowsAsked(args)],
})

/** The same for organizations and accounts. Their items hold more for each paper, so perhaps fewer papers than a page. */
export const costOfPapersOfDetailed = costs({
  connection: true,
  queries: 1,
  rounds: args => [1, rowsAsked(args)],
})

/** A page of an entity's papers, by featured day. */
export function listPapersOf(
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
