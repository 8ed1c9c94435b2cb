import { type Papers, papersOf, type Summary, summaryOf } from '@daily-papers/snapshot/counts.ts'
import type { PaperFilter as Filter } from '@daily-papers/snapshot/filter.ts'
import { conditionsOf } from '@daily-papers/snapshot/filter.ts'
import { type Distribution as DistributionValue, distributionOf } from '@daily-papers/snapshot/numbers.ts'
import { filterOf, PaperFilter } from '../arguments/paper-filter.ts'
import { builder } from '../builder.ts'
import { costs } from '../cost/field-cost.ts'
import { type Counted, Facets, nullWithoutSnapshot } from './counts.ts'
import { costOfTimeline, MOST_POINTS, TimelinePoint, timeline, timelineArgs } from './timeline.ts'

interface StatsValue extends Counted {
  papers: Papers
  filter: Filter
  summary: () => Summary
}

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

const Stats = builder.objectRef<StatsValue>('Stats').implement({
  description: 'Exact numbers of papers, as of the snapshot (`Status.snapshotAt`).',
  fields: t => {
    const count = (name: keyof Summary, what: string) =>
      t.int({ description: `${what}.`, resolve: ({ summary }) => summary()[name] })
    const spread = (column: 'upvotes' | 'github_stars', what: string) =>
      t.field({
        type: Distribution,
        description: what,
        extensions: costs({ charge: 5 }),
        resolve: ({ snapshot, papers }) => distributionOf(snapshot.database, column, papers),
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
      githubStars: spread('github_stars', 'The stars of their code.'),
      facets: t.field({
        type: Facets,
        description: 'What they have in common.',
        resolve: ({ snapshot, papers }) => ({ snapshot, papers }),
      }),
      timeline: t.field({
        type: [TimelinePoint],
        // One that would be too long takes none of the other numbers with it.
        nullable: true,
        description: `How many there were, over time: at most ${MOST_POINTS} points.`,
        args: timelineArgs,
        extensions: costOfTimeline,
        resolve: ({ filter }, args, context) => timeline(filter, args, context),
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
    resolve: async (_, { filter: input }, { snapshot: current, now }) => {
      const filter = filterOf(input, now)
      const snapshot = await current()
      const papers = papersOf(snapshot.database, conditionsOf(filter))
      let known: Summary | undefined
      const summary = (): Summary => {
        known ??= summaryOf(snapshot.database, papers)
        return known
      }
      return { snapshot, papers, filter, summary }
    },
  }),
)
