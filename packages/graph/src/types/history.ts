import type { Instant } from '@daily-papers/papers/paper.ts'
import type { Point } from '@daily-papers/store/history.ts'
import type { Metric as MetricName } from '@daily-papers/store/rising.ts'
import { builder } from '../builder.ts'
import { costs } from '../cost/field-cost.ts'
import { badInput } from '../errors.ts'
import { Paper } from './paper.ts'

const MOST_POINTS = 200

export const Metric = builder.enumType('Metric', {
  description: 'A counter of a paper.',
  values: {
    UPVOTES: { value: 'upvotes', description: 'Upvotes on the Hub.' },
    COMMENTS: { value: 'comments', description: 'Comments on the Hub.' },
    GITHUB_STARS: { value: 'githubStars', description: 'Stars of its code on GitHub.' },
  } as const,
})

interface MetricPointValue {
  at: Instant
  value: number | null
}

export const MetricPoint = builder.objectRef<MetricPointValue>('MetricPoint').implement({
  description: 'A value of a metric. It holds from `at` until the next point.',
  fields: t => ({
    at: t.expose('at', { type: 'DateTime', description: 'When the feed was read.' }),
    value: t.exposeInt('value', {
      nullable: true,
      description: 'The value. Null when unknown.',
    }),
  }),
})

/** The points of one metric, where its value changed. */
export function pointsOf(points: readonly Point[], metric: MetricName): MetricPointValue[] {
  const values = points.map(point => ({ at: point.at, value: point[metric] }))
  return values.filter(({ value }, i) => i === 0 || value !== values[i - 1]?.value)
}

const readsHistory = costs({ charge: 1, loads: 'history', ofSelf: true })

builder.objectFields(Paper, t => ({
  history: t.field({
    type: [MetricPoint],
    description:
      'Values of a metric at each change, oldest first, at most one an hour. After about 3 days, one a day is left, and after about 5 weeks, one a week.',
    args: {
      metric: t.arg({ type: Metric, required: true, defaultValue: 'upvotes', description: 'Which metric.' }),
      last: t.arg.int({
        required: true,
        defaultValue: 60,
        description: `Number of newest points: 1 to ${MOST_POINTS}.`,
      }),
    },
    extensions: readsHistory,
    resolve: async ({ id }, { metric, last }, { history }) => {
      if (last < 1 || last > MOST_POINTS)
        throw badInput(`\`last\` is ${last}: write a number from 1 to ${MOST_POINTS}.`)
      return pointsOf(await history.load(id), metric).slice(-last)
    },
  }),
  metricAt: t.field({
    type: MetricPoint,
    nullable: true,
    description:
      'Value of a metric at an instant: the newest point at or before it. Null before the first point. As precise as the points of `history`.',
    args: {
      metric: t.arg({ type: Metric, required: true, defaultValue: 'upvotes', description: 'Which metric.' }),
      at: t.arg({ type: 'DateTime', required: true, description: 'The instant.' }),
    },
    extensions: readsHistory,
    resolve: async ({ id }, { metric, at }, { history }) =>
      pointsOf(await history.load(id), metric).findLast(point => point.at <= at) ?? null,
  }),
}))
