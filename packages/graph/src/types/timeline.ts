import type { PaperSet } from '@daily-papers/snapshot/paper-set.ts'
import {
  type Bucket as BucketName,
  bucketsFrom,
  type TimelinePoint as Point,
} from '@daily-papers/snapshot/timeline.ts'
import type { Trend } from '@daily-papers/snapshot/trends.ts'
import { type DateRange, DateRangeInput, daysOf } from '../arguments/ranges.ts'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { costs } from '../cost/field-cost.ts'
import { badInput } from '../errors.ts'
import { atMost, nullWithoutSnapshot, shortListArgs, sizeOf } from './counts.ts'
import { Keyword, keyOf as keywordKeyOf } from './keyword.ts'
import { Organization, keyOf as organizationKeyOf } from './organization.ts'

/** Of one timeline; the feed's days are more. */
export const MOST_POINTS = 500

export const Bucket = builder.enumType('Bucket', {
  description: 'The length of a period, in UTC.',
  values: {
    DAY: { value: 'day', description: 'A calendar day.' },
    WEEK: { value: 'week', description: 'An ISO 8601 week, from Monday to Sunday.' },
    MONTH: { value: 'month', description: 'A calendar month.' },
  } as const,
})

const missingDays =
  'Weekdays of the period, up to the latest day, that this copy has no papers of. Backfill them with `pnpm backfill`.'

export const TimelinePoint = builder.objectRef<Point>('TimelinePoint').implement({
  description: 'The papers that the feed first featured in a period.',
  fields: t => ({
    from: t.expose('from', { type: 'Date', description: 'Its first day.' }),
    to: t.expose('to', { type: 'Date', description: 'Its last day, which may be still to come.' }),
    paperCount: t.exposeInt('papers', {
      nullable: true,
      description:
        'Distinct papers of those asked for, exact as of the snapshot. Null when days of the period are missing here.',
    }),
    atLeast: t.exposeInt('atLeast', {
      description: 'The same, of the days that are here: fewer than there were when days are missing.',
    }),
    allPapers: t.exposeInt('allPapers', {
      nullable: true,
      description: 'All papers of the period, to compare with. Null when days of it are missing here.',
    }),
    missingDays: t.exposeInt('missingDays', { description: missingDays }),
  }),
})

export const timelineArgs = builder.args(t => ({
  by: t.field({
    type: Bucket,
    required: true,
    defaultValue: 'month',
    description: 'How long each period is.',
  }),
  between: t.field({
    type: DateRangeInput,
    description:
      'Only periods that have a day of this range; by default from the first day of the feed to the latest.',
  }),
}))

export const costOfTimeline = costs({ charge: 20 })

/**
 * The timeline of some papers.
 * @throws GraphQLError BAD_USER_INPUT, SNAPSHOT_UNAVAILABLE
 */
export async function timeline(
  papers: PaperSet,
  { by, between }: { by: BucketName; between?: DateRange | null | undefined },
  { snapshot, now }: Context,
): Promise<Point[]> {
  const range = between ? daysOf(between, now) : null
  const extent = (await snapshot()).extent()
  if (!extent) return []
  const first = range?.from && range.from > extent.first ? range.from : extent.first
  const last = range?.to && range.to < extent.last ? range.to : extent.last
  const points = bucketsFrom(first, last, by).length
  if (points > MOST_POINTS)
    throw badInput(
      `The timeline has ${points} points; at most ${MOST_POINTS} are given. Choose a longer \`by\`, or fewer days by \`between\`.`,
    )
  return papers.timeline(by, { first, last })
}

const about = `By the day that first featured them, without a gap and within the days that the feed is known of, at most ${MOST_POINTS} points. ${nullWithoutSnapshot}`

builder.objectFields(Keyword, t => ({
  timeline: t.field({
    type: [TimelinePoint],
    nullable: true,
    description: `How many papers had it, over time. ${about}`,
    args: timelineArgs,
    extensions: costOfTimeline,
    resolve: async (keyword, args, context) =>
      timeline((await context.snapshot()).paperSet({ keywords: [keywordKeyOf(keyword)] }), args, context),
  }),
}))

builder.objectFields(Organization, t => ({
  timeline: t.field({
    type: [TimelinePoint],
    nullable: true,
    description: `How many papers were submitted on its behalf, over time. ${about}`,
    args: timelineArgs,
    extensions: costOfTimeline,
    resolve: async (node, args, context) =>
      timeline(
        (await context.snapshot()).paperSet({ organizations: [organizationKeyOf(node)] }),
        args,
        context,
      ),
  }),
}))

const KeywordTrend = builder.objectRef<Trend>('KeywordTrend').implement({
  description: 'How a keyword moved.',
  fields: t => ({
    keyword: t.expose('name', {
      type: Keyword,
      description: 'The keyword.',
      extensions: costs({ charge: 0 }),
    }),
    paperCount: t.exposeInt('papers', {
      description: 'Distinct papers in the period that are here, exact as of the snapshot.',
    }),
    meanBefore: t.exposeFloat('meanBefore', {
      nullable: true,
      description:
        'The mean of its papers in those of the eight periods before that no day is missing of; null when they are fewer than three.',
    }),
    periodsBefore: t.exposeInt('periodsBefore', {
      description: 'How many of the eight periods before are known: what `meanBefore` is the mean of.',
    }),
    change: t.exposeFloat('change', {
      nullable: true,
      description: '`paperCount` less `meanBefore`; null when that is null.',
    }),
    missingDays: t.exposeInt('missingDays', { description: missingDays }),
  }),
})

const Direction = builder.enumType('TrendDirection', {
  description: 'Which way keywords moved.',
  values: {
    RISING: { description: 'Those that gained most first.' },
    FALLING: { description: 'Those that lost most first.' },
  } as const,
})

builder.queryField('keywordTrends', t =>
  t.field({
    type: [KeywordTrend],
    nullable: true,
    description: `The keywords whose papers in a period differ most from their mean in the eight periods before; ties by papers, then by name. Periods with missing days are left out of the mean; without a mean, keywords come by their papers. A period that is still filling counts as it stands. ${nullWithoutSnapshot}`,
    args: {
      by: t.arg({
        type: Bucket,
        required: true,
        defaultValue: 'week',
        description: 'How long the periods are.',
      }),
      date: t.arg({
        type: 'Date',
        description: 'A day of the period; by default the latest day that has papers.',
      }),
      direction: t.arg({
        type: Direction,
        required: true,
        defaultValue: 'RISING',
        description: 'Which way.',
      }),
      ...shortListArgs,
    },
    extensions: costs({ charge: args => sizeOf(args) + 20, size: sizeOf }),
    resolve: async (_, { by, date, direction, first }, { snapshot }) => {
      const limit = atMost(first)
      const { extent, trends } = await snapshot()
      const at = date ?? extent()?.last
      return at ? trends({ by, at, rising: direction === 'RISING', limit }) : []
    },
  }),
)
