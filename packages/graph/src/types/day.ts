import type { FeedDay } from '@daily-papers/papers/entity.ts'
import { OrderDirection, orderOfPapers, orderText, PaperOrder } from '../arguments/orders.ts'
import { pageArgs } from '../arguments/page.ts'
import { DateRangeInput, daysOf } from '../arguments/ranges.ts'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { connectionByQuery, costs, DAYS_COUNTED } from '../cost/field-cost.ts'
import { connect } from '../relay/connection.ts'
import { connectionType } from '../relay/connection-type.ts'
import { encodeId } from '../relay/ids.ts'
import { idDescription, Node } from '../relay/node.ts'
import { PaperConnection } from './paper.ts'

/** A day by its date, for which nothing is read, or as the store knows it. */
type DayNode = Pick<FeedDay, 'date'> | FeedDay

const known = (node: DayNode, { day }: Context) => ('state' in node ? node : day.load(node.date))

const readsDay = { loads: 'day', ofSelf: true } as const

/** Both neighbours of a day are read at once: by a request each, and of several days those between them besides. */
const readsNeighbours = {
  loads: 'neighbours',
  ofSelf: true,
  batch: (days: number) => 2 + (days > 1 ? DAYS_COUNTED : 0),
} as const

export const Day = builder.objectRef<DayNode>('Day')

Day.implement({
  description: 'A day of the feed that has papers: a UTC calendar day, as a rule from Monday to Friday.',
  interfaces: [Node],
  fields: t => ({
    id: t.id({ description: idDescription, resolve: ({ date }) => encodeId('Day', date) }),
    date: t.expose('date', { type: 'Date', description: 'The calendar day, in UTC.' }),
    previous: t.field({
      type: 'Date',
      nullable: true,
      description: 'The nearest earlier day that has papers; null on the first.',
      extensions: costs(readsNeighbours),
      resolve: async ({ date }, _, { daysAround }) => (await daysAround.load(date)).previous,
    }),
    next: t.field({
      type: 'Date',
      nullable: true,
      description: 'The nearest later day that has papers; null on the latest.',
      extensions: costs(readsNeighbours),
      resolve: async ({ date }, _, { daysAround }) => (await daysAround.load(date)).next,
    }),
    isComplete: t.boolean({
      description:
        'Whether the day has settled: read again after its end, at least 6 hours after its last new paper, it had no other. Votes may still move.',
      extensions: costs(readsDay),
      resolve: async (node, _, context) => (await known(node, context))?.state === 'settled',
    }),
    paperCount: t.int({
      description: 'Papers featured on this day, exact.',
      extensions: costs(readsDay),
      resolve: async (node, _, context) => (await known(node, context))?.paperCount ?? 0,
    }),
    updatedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When a reading of the feed last changed anything of this day; null when it is unknown.',
      extensions: costs(readsDay),
      resolve: async (node, _, context) => (await known(node, context))?.changedAt,
    }),
    papers: t.field({
      type: PaperConnection,
      description:
        'The papers featured on this day, as they were read on it: of one that was featured again since, `paper` shows what is known now. By default those with the most upvotes first.',
      args: {
        ...pageArgs,
        orderBy: t.arg({
          type: PaperOrder,
          defaultValue: { field: 'upvotes' },
          description: 'The order; by default by upvotes.',
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
    description: 'A day of the feed; null when it has no papers, as on weekends.',
    args: { date: t.arg({ type: 'Date', description: 'By default the latest day that has papers.' }) },
    extensions: costs({ loads: 'day' }),
    resolve: (_, { date }, { day, latestDay }) => (date ? day.load(date) : latestDay()),
  }),
  days: t.field({
    type: DayConnection,
    description: 'The days of the feed that have papers.',
    args: {
      ...pageArgs,
      between: t.arg({ type: DateRangeInput, description: 'Only days of this range.' }),
      direction: t.arg({
        type: OrderDirection,
        defaultValue: 'DESC',
        description: 'Newest first (DESC, the default), or oldest first.',
      }),
    },
    extensions: connectionByQuery(1, ({ between }) => (between ? DAYS_COUNTED : 1)),
    resolve: (_, { between, direction, ...page }, { store, now }) => {
      const range = between ? daysOf(between, now) : null
      const descending = direction !== 'ASC'
      const list = { list: 'days', order: descending ? '-' : '+', filter: JSON.stringify(between ?? null) }
      return connect(list, page, request => store.dayList(range, descending, request))
    },
  }),
}))
