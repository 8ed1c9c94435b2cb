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
  description: 'A paper with what it gained.',
  fields: t => ({
    paperId: t.exposeString('paperId', {
      description: 'The arXiv identifier of the paper, for which nothing more is read.',
    }),
    paper: t.field({
      type: Paper,
      nullable: true,
      description: 'The paper as it is now; null only when it is known no more.',
      extensions: costs({ loads: 'paper' }),
      resolve: ({ paperId }, _, { paper }) => paper.load(paperId),
    }),
    gained: t.exposeInt('gained', {
      description: 'By how much the metric is higher now than when the window began.',
    }),
    from: t.expose('from', {
      type: MetricPoint,
      description:
        'The point measured from: the last one at or before the beginning of the window, which held then; for a paper known only since, its first.',
    }),
    to: t.expose('to', {
      type: MetricPoint,
      description: 'The point measured to: the newest one.',
    }),
  }),
})

const { connection: RisingConnection } = connectionType<RisingPaperValue>({
  name: 'RisingPaper',
  node: RisingPaper,
  what: 'papers that gain',
})

builder.queryField('rising', t =>
  t.field({
    type: RisingConnection,
    description:
      'The papers that gained in the last day, three days or week, those that gained most first; ties by arXiv identifier, the newer first. Measured between recorded points, which are shown. Papers of the last 8 days are read every hour, older ones once a day up to 30 days and once a week up to 90, so that of these a gain of up to a week may fall into one reading. The past that a backfill brings counts for nothing.',
    args: {
      window: t.arg({ type: RisingWindow, required: true, description: 'Since when.' }),
      metric: t.arg({
        type: Metric,
        required: true,
        defaultValue: 'upvotes',
        description: 'What is gained.',
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
