import type {
  Distribution as DistributionValue,
  PaperSet,
  Summary,
} from '@daily-papers/snapshot/paper-set.ts'
import { PaperFilter, snapshotFiltered } from '../arguments/paper-filter.ts'
import { builder } from '../builder.ts'
import { costs } from '../cost/field-cost.ts'
import { Facets, nullWithoutSnapshot } from './counts.ts'
import { costOfTimeline, MOST_POINTS, TimelinePoint, timeline, timelineArgs } from './timeline.ts'

const Distribution = builder.objectRef<DistributionValue>('Distribution').implement({
  description: 'Distribution of a number over papers. Papers without a known value are left out.',
  fields: t => ({
    known: t.exposeInt('known', { description: 'Number of papers with a known value.' }),
    sum: t.exposeInt('sum', { description: 'Sum of the known values. 0 when none is known.' }),
    mean: t.exposeFloat('mean', { nullable: true, description: 'Mean. Null when no value is known.' }),
    median: t.exposeFloat('median', { nullable: true, description: 'Median. Null when no value is known.' }),
    max: t.exposeInt('max', { nullable: true, description: 'Largest value. Null when no value is known.' }),
  }),
})

const Stats = builder.objectRef<PaperSet>('Stats').implement({
  description: 'Counts over the papers on this server, as of `Status.snapshotAt`.',
  fields: t => {
    const count = (name: keyof Summary, what: string) =>
      t.int({ description: `${what}.`, resolve: papers => papers.summary()[name] })
    const spread = (of: 'upvotes' | 'githubStars', what: string) =>
      t.field({
        type: Distribution,
        description: what,
        extensions: costs({ charge: 5 }),
        resolve: papers => papers.distribution(of),
      })
    return {
      paperCount: count('papers', 'Number of distinct papers'),
      authorCount: count('authors', 'Number of distinct authors, by `Author.ref`'),
      keywordCount: count('keywords', 'Number of distinct keywords'),
      organizationCount: count('organizations', 'Number of distinct organizations'),
      withCode: count('withCode', 'Number of papers with code'),
      withModels: count('withModels', 'Number of papers that a model on the Hub links, as far as known'),
      withDatasets: count(
        'withDatasets',
        'Number of papers that a dataset on the Hub links, as far as known',
      ),
      withSpaces: count('withSpaces', 'Number of papers that a Space on the Hub links, as far as known'),
      withProjectPage: count('withProjectPage', 'Number of papers with a project page'),
      withAiSummary: count('withAiSummary', 'Number of papers with an AI summary'),
      upvotes: spread('upvotes', 'Distribution of upvotes.'),
      githubStars: spread('githubStars', 'Distribution of the code’s stars.'),
      facets: t.field({
        type: Facets,
        description: 'Counts by keyword, organization and year.',
        resolve: papers => papers,
      }),
      timeline: t.field({
        type: [TimelinePoint],
        // If a timeline is too long, only this field is null.
        nullable: true,
        description: `Number of papers per period. More than ${MOST_POINTS} periods are an error, and the field is null.`,
        args: timelineArgs,
        extensions: costOfTimeline,
        resolve: (papers, args, context) => timeline(papers, args, context),
      }),
    }
  },
})

builder.queryField('stats', t =>
  t.field({
    type: Stats,
    nullable: true,
    description: `Counts and distributions over the papers of a filter. ${nullWithoutSnapshot}`,
    args: { filter: t.arg({ type: PaperFilter, description: 'Default: all papers.' }) },
    extensions: costs({ charge: 20 }),
    resolve: async (_, { filter }, context) => {
      const { snapshot, filter: wanted } = await snapshotFiltered(filter, context)
      return snapshot.paperSet(wanted)
    },
  }),
)
