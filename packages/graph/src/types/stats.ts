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
  description: 'How a number spreads over papers. Papers of which it is unknown are left out.',
  fields: t => ({
    known: t.exposeInt('known', { description: 'Papers of which it is known.' }),
    sum: t.exposeInt('sum', { description: 'All of it together.' }),
    mean: t.exposeFloat('mean', { nullable: true, description: 'Null when it is known of none.' }),
    median: t.exposeFloat('median', { nullable: true, description: 'Null when it is known of none.' }),
    max: t.exposeInt('max', { nullable: true, description: 'Null when it is known of none.' }),
  }),
})

const Stats = builder.objectRef<PaperSet>('Stats').implement({
  description: 'Exact numbers of papers, as of the snapshot (`Status.snapshotAt`).',
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
      paperCount: count('papers', 'Distinct papers'),
      authorCount: count('authors', 'Distinct authors of them, by printed name'),
      keywordCount: count('keywords', 'Distinct keywords of them'),
      organizationCount: count('organizations', 'Distinct organizations on whose behalf they were submitted'),
      withCode: count('withCode', 'Papers that link code'),
      withProjectPage: count('withProjectPage', 'Papers that link a project page'),
      withAiSummary: count('withAiSummary', 'Papers that a model summarised'),
      upvotes: spread('upvotes', 'Their upvotes.'),
      githubStars: spread('githubStars', 'The stars of their code.'),
      facets: t.field({
        type: Facets,
        description: 'What they have in common.',
        resolve: papers => papers,
      }),
      timeline: t.field({
        type: [TimelinePoint],
        // One that would be too long takes none of the other numbers with it.
        nullable: true,
        description: `How many there were, over time: at most ${MOST_POINTS} points.`,
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
    description: `Numbers of the papers of a filter, or of all. ${nullWithoutSnapshot}`,
    args: { filter: t.arg({ type: PaperFilter, description: 'Which papers; by default all.' }) },
    extensions: costs({ charge: 20 }),
    resolve: async (_, { filter }, context) => {
      const { snapshot, filter: wanted } = await snapshotFiltered(filter, context)
      return snapshot.paperSet(wanted)
    },
  }),
)
