import type { PaperSet } from '@daily-papers/snapshot/paper-set.ts'
import {
  type Bucket as BucketName,
  bucketsFrom,
  type TimelinePoint as Point,
} from '@daily-papers/snapshot/timeline.ts'
import type { Trend } from '@daily-papers/snapshot/trends.ts'
import { type DateRange, DateRangeInput, rangeOf } from '../arguments/ranges.ts'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { costs } from '../cost/field-cost.ts'
import { badInput } from '../errors.ts'
import { atMost, nullWithoutSnapshot, shortListArgs, sizeOf } from './counts.ts'
import { Keyword, keyOf as keywordKeyOf } from './keyword.ts'
import { Organization, keyOf as organizationKeyOf } from './organization.ts'

/** The most points of a timeline. The feed has more days. */
export const MOST_POINTS = 500

export const Bucket = builder.enumType('Bucket', {
  description: 'Length of a period, in UTC.',
  values: {
    DAY: { value: 'day', description: 'A calendar day.' },
    WEEK: { value: 'week', description: 'An ISO 8601 week, from Monday to Sunday.' },
    MONTH: { value: 'month', description: 'A calendar month.' },
  } as const,
})

const missingDays =
  'Number of weekdays of the period, up to the feed’s latest day, that this server has not read.'

export const TimelinePoint = builder.objectRef<Point>('TimelinePoint').implement({
  description:
    'A period of a timeline, with the papers that the feed first featured in it. Matching papers are those of the filter, keyword or organization.',
  fields: t => ({
    from: t.expose('from', { type: 'Date', description: 'First day of the period.' }),
    to: t.expose('to', { type: 'Date', description: 'Last day of the period. May be in the future.' }),
    paperCount: t.exposeInt('papers', {
      nullable: true,
      description:
        'Number of distinct matching papers, exact as of `Status.snapshotAt`. Null when days of the period are missing.',
    }),
    atLeast: t.exposeInt('atLeast', {
      description:
        'Number of matching papers on this server. The true number may be higher when days are missing.',
    }),
    allPapers: t.exposeInt('allPapers', {
      nullable: true,
      description: 'Number of all papers of the period, for comparison. Null when days are missing.',
    }),
    missingDays: t.exposeInt('missingDays', { description: missingDays }),
  }),
})

export const timelineArgs = builder.args(t => ({
  by: t.field({
    type: Bucket,
    required: true,
    defaultValue: 'month',
    description: 'Length of each period.',
  }),
  between: t.field({
    type: DateRangeInput,
    description: 'Only periods that overlap this range. Default: the whole feed.',
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
  const range = between ? rangeOf(between, now) : null
  const extent = (await snapshot()).extent()
  if (!extent) return []
  const first = range?.from && range.from > extent.first ? range.from : extent.first
  const last = range?.to && range.to < extent.last ? range.to : extent.last
  const points = bucketsFrom(first, last, by).length
  if (points > MOST_POINTS)
    throw badInput(
      `The timeline has ${points} periods; the limit is ${MOST_POINTS}. Choose a longer \`by\`, or fewer days with \`between\`.`,
    )
  return papers.timeline(by, { first, last })
}

const about = `A paper counts on its first featured day. Periods without papers are included. More than ${MOST_POINTS} periods are an error. ${nullWithoutSnapshot}`

builder.objectFields(Keyword, t => ({
  timeline: t.field({
    type: [TimelinePoint],
    nullable: true,
    description: `Number of papers with this keyword, per period. ${about}`,
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
    description: `Number of papers submitted on its behalf, per period. ${about}`,
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
  description: 'A keyword’s papers in a period, compared with the eight periods before.',
  fields: t => ({
    keyword: t.expose('name', {
      type: Keyword,
      description: 'The keyword.',
      extensions: costs({ charge: 0 }),
    }),
    paperCount: t.exposeInt('papers', {
      description:
        'Number of distinct papers in the period, as of `Status.snapshotAt`. May be too low when days are missing.',
    }),
    meanBefore: t.exposeFloat('meanBefore', {
      nullable: true,
      description:
        'Mean paper count of the eight periods before. Periods with missing days don’t count. Null when fewer than three remain.',
    }),
    periodsBefore: t.exposeInt('periodsBefore', {
      description: 'Number of periods without missing days among the eight before: 0 to 8.',
    }),
    change: t.exposeFloat('change', {
      nullable: true,
      description: '`paperCount` minus `meanBefore`. Null when `meanBefore` is null.',
    }),
    missingDays: t.exposeInt('missingDays', { description: missingDays }),
  }),
})

const Direction = builder.enumType('TrendDirection', {
  description: 'Direction of a trend.',
  values: {
    RISING: { description: 'Largest gain first.' },
    FALLING: { description: 'Largest loss first.' },
  } as const,
})

builder.queryField('keywordTrends', t =>
  t.field({
    type: [KeywordTrend],
    nullable: true,
    description: `Keywords whose paper count in a period differs most from the mean of the eight periods before. Ties: most papers first, then by name. Only periods without missing days count towards the mean. With fewer than three of them, keywords with most papers come first. The current period has only its days so far. ${nullWithoutSnapshot}`,
    args: {
      by: t.arg({
        type: Bucket,
        required: true,
        defaultValue: 'week',
        description: 'Length of the periods.',
      }),
      date: t.arg({
        type: 'Date',
        description: 'A day of the period. Default: the latest day that has papers.',
      }),
      direction: t.arg({
        type: Direction,
        required: true,
        defaultValue: 'RISING',
        description: 'Rising or falling keywords.',
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
