import type { RisingPaper } from '@daily-papers/store/questions.ts'
import { builder } from '../builder.ts'
import { connect } from '../connection.ts'
import { connectionByQuery } from '../field-cost.ts'
import { connectionType, pageArgs } from './connections.ts'
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

const { connection: RisingConnection, edge } = connectionType<RisingPaper>({
  name: 'RisingPaper',
  node: Paper,
  what: 'papers that gain',
  nodeOf: ({ paper }) => paper,
})

builder.objectFields(edge, t => ({
  gained: t.int({
    description: 'By how much the metric is higher now than when the window began.',
    resolve: ({ row }) => row.node.gained,
  }),
  from: t.field({
    type: MetricPoint,
    description:
      'The point measured from: the last one at or before the beginning of the window, which held then; for a paper known only since, its first.',
    resolve: ({ row }) => row.node.from,
  }),
  to: t.field({
    type: MetricPoint,
    description: 'The point measured to: the newest one.',
    resolve: ({ row }) => row.node.to,
  }),
}))

builder.queryField('rising', t =>
  t.field({
    type: RisingConnection,
    description:
      'The papers that gained in the last day, three days or week, those that gained most first; ties by arXiv identifier, the newer first. Measured between recorded points, which every edge shows. Papers of the last 8 days are read every hour, older ones once a day up to 30 days and once a week up to 90, so that of these a gain of up to a week may fall into one reading. The past that a backfill brings counts for nothing.',
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
    extensions: connectionByQuery(2),
    resolve: (_, { window, metric, ...page }, { store, now }) => {
      const list = { list: 'rising', order: `${metric}-`, filter: window }
      return connect(list, page, request => store.rising(window, metric, now(), request))
    },
  }),
)
