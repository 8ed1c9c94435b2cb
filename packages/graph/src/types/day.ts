import type { FeedDay } from '@daily-papers/papers/entity.ts'
import { OrderDirection, orderOfPapers, orderText, PaperOrder } from '../arguments/orders.ts'
import { pageArgs } from '../arguments/page.ts'
import { DateRangeInput, rangeOf } from '../arguments/ranges.ts'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { connectionByQuery, costs, DAYS_COUNTED } from '../cost/field-cost.ts'
import { connect } from '../relay/connection.ts'
import { connectionType } from '../relay/connection-type.ts'
import { encodeId } from '../relay/ids.ts'
import { idDescription, Node } from '../relay/node.ts'
import { PaperConnection } from './paper.ts'

/** A day by its date, without a read, or a day from the store. */
type DayNode = Pick<FeedDay, 'date'> | FeedDay

const known = (node: DayNode, { day }: Context) => ('state' in node ? node : day.load(node.date))

const readsDay = { loads: 'day', ofSelf: true } as const

/**
 * The previous and the next day are read together, by one request each. For several days, the days between them are read
 * too.
 */
const readsNeighbours = {
  loads: 'neighbours',
  ofSelf: true,
  batch: (days: number) => 2 + (days > 1 ? DAYS_COUNTED : 0),
} as const

export const Day = builder.objectRef<DayNode>('Day')

Day.implement({
  description: 'A day of the feed that has papers, usually a weekday.',
  interfaces: [Node],
  fields: t => ({
    id: t.id({ description: idDescription, resolve: ({ date }) => encodeId('Day', date) }),
    date: t.expose('date', { type: 'Date', description: 'The calendar day, in UTC.' }),
    previous: t.field({
      type: 'Date',
      nullable: true,
      description: 'The previous day that has papers. Null on the first.',
      extensions: costs(readsNeighbours),
      resolve: async ({ date }, _, { daysAround }) => (await daysAround.load(date)).previous,
    }),
    next: t.field({
      type: 'Date',
      nullable: true,
      description: 'The next day that has papers. Null on the latest.',
      extensions: costs(readsNeighbours),
      resolve: async ({ date }, _, { daysAround }) => (await daysAround.load(date)).next,
    }),
    isComplete: t.boolean({
      description:
        'True when the day is over and no new paper came for 6 hours. Votes may still change. A late paper makes it false again.',
      extensions: costs(readsDay),
      resolve: async (node, _, context) => (await known(node, context))?.state === 'settled',
    }),
    paperCount: t.int({
      description: 'Number of papers featured on this day, exact.',
      extensions: costs(readsDay),
      resolve: async (node, _, context) => (await known(node, context))?.paperCount ?? 0,
    }),
    updatedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the server last saw a change of this day, votes included. Null when unknown.',
      extensions: costs(readsDay),
      resolve: async (node, _, context) => (await known(node, context))?.changedAt,
    }),
    papers: t.field({
      type: PaperConnection,
      description:
        'Papers featured on this day, by default most upvotes first. Counters and submitter are from this day’s last reading. `Query.paper` may have newer counters.',
      args: {
        ...pageArgs,
        orderBy: t.arg({
          type: PaperOrder,
          defaultValue: { field: 'upvotes' },
          description: 'Default: most upvotes first.',
        }),
      },
      extensions: connectionByQuery(1),
      resolve: ({ date }, args, { store }) => {
        const order = orderOfPapers(args.orderBy ?? { field: 'upvotes' })
        const list = { list: 'papers of day', order: orderText(order), filter: date }
        const feed = { kind: 'day', day: date } as const
        return connect(list, args, page => store.papersOn(date, order, page), feed)
      },
    }),
  }),
})

const { connection: DayConnection } = connectionType<FeedDay>({ name: 'Day', node: Day, what: 'days' })

builder.queryFields(t => ({
  day: t.field({
    type: Day,
    nullable: true,
    description: 'A day of the feed. Null when it has no papers, for example on weekends.',
    args: { date: t.arg({ type: 'Date', description: 'Default: the latest day that has papers.' }) },
    extensions: costs({ loads: 'day' }),
    resolve: (_, { date }, { day, latestDay }) => (date ? day.load(date) : latestDay()),
  }),
  days: t.field({
    type: DayConnection,
    description: 'Days of the feed that have papers.',
    args: {
      ...pageArgs,
      between: t.arg({ type: DateRangeInput, description: 'Only days of this range.' }),
      direction: t.arg({
        type: OrderDirection,
        defaultValue: 'DESC',
        description: 'DESC (default): newest first. ASC: oldest first.',
      }),
    },
    extensions: connectionByQuery(1, ({ between }) => (between ? DAYS_COUNTED : 1)),
    resolve: (_, { between, direction, ...page }, { store, now }) => {
      const range = between ? rangeOf(between, now) : null
      const descending = direction !== 'ASC'
      const list = { list: 'days', order: descending ? '-' : '+', filter: JSON.stringify(between ?? null) }
      return connect(list, page, request => store.dayList(range, descending, request))
    },
  }),
}))
