import type { RisingPaper as RisingPaperValue } from '@daily-papers/store/questions.ts'
import { pageArgs } from '../arguments/page.ts'
import { builder } from '../builder.ts'
import { connectionByQuery, costs } from '../cost/field-cost.ts'
import { connect } from '../relay/connection.ts'
import { connectionType } from '../relay/connection-type.ts'
import { Metric, MetricPoint } from './history.ts'
import { Paper } from './paper.ts'

const RisingWindow = builder.enumType('RisingWindow', {
  description: 'How far back a gain is measured, from now.',
  values: {
    DAY: { value: 'day', description: 'The last 24 hours.' },
    THREE_DAYS: { value: 'threeDays', description: 'The last 72 hours.' },
    WEEK: { value: 'week', description: 'The last 7 days.' },
  } as const,
})

const RisingPaper = builder.objectRef<RisingPaperValue>('RisingPaper').implement({
  description: 'A paper and its gain.',
  fields: t => ({
    paperId: t.exposeString('paperId', {
      description: 'The arXiv identifier, for example `2503.02130`. Adds no cost, unlike `paper`.',
    }),
    paper: t.field({
      type: Paper,
      nullable: true,
      description: 'The paper as it is now. Null if no longer stored.',
      extensions: costs({ loads: 'paper' }),
      resolve: ({ paperId }, _, { paper }) => paper.load(paperId),
    }),
    gained: t.exposeInt('gained', {
      description: '`to.value` minus `from.value`. Neither is null.',
    }),
    from: t.expose('from', {
      type: MetricPoint,
      description:
        'The point that held when the window began. If the 90 days before the window have no point, this is the first point in the window.',
    }),
    to: t.expose('to', {
      type: MetricPoint,
      description: 'The newest point.',
    }),
  }),
})

const { connection: RisingConnection } = connectionType<RisingPaperValue>({
  name: 'RisingPaper',
  node: RisingPaper,
  what: 'rising papers',
})

builder.queryField('rising', t =>
  t.field({
    type: RisingConnection,
    description:
      'Papers by their gain in a metric, largest first. Ties: newer arXiv identifier first. A gain is `RisingPaper.to` minus `RisingPaper.from`. Only gains above 0 are listed. After its featured day, a paper is read hourly up to day 7, daily up to day 30 and weekly up to day 90. So an older paper’s gain may cover up to a week more than the window.',
    args: {
      window: t.arg({
        type: RisingWindow,
        required: true,
        description: 'How far back the gain is measured.',
      }),
      metric: t.arg({
        type: Metric,
        required: true,
        defaultValue: 'upvotes',
        description: 'Which metric.',
      }),
      ...pageArgs,
    },
    extensions: connectionByQuery(1),
    resolve: (_, { window, metric, ...page }, { store, now }) => {
      const list = { list: 'rising', order: `${metric}-`, filter: window }
      return connect(list, page, request => store.rising(window, metric, now(), request))
    },
  }),
)
