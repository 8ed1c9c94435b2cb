import type { Totals } from '@daily-papers/papers/entity.ts'
import { builder } from '../builder.ts'
import { costs } from '../cost/field-cost.ts'
import { Day } from './day.ts'

const readsTotals = costs({ loads: 'totals', ofSelf: true })
const readsRun = costs({ loads: 'lastRun', ofSelf: true })

const Status = builder.objectRef<object>('Status').implement({
  description: 'Freshness and size of this copy of the feed.',
  fields: t => {
    const count = (name: keyof Totals, what: string) =>
      t.int({
        description: `${what}, exact.`,
        extensions: readsTotals,
        resolve: async (_, __, { totals }) => (await totals())[name],
      })
    return {
      latestDay: t.field({
        type: Day,
        nullable: true,
        description: 'The latest day that has papers. Null while there are none.',
        extensions: costs({ loads: 'latestDay', ofSelf: true }),
        resolve: (_, __, { latestDay }) => latestDay(),
      }),
      lastIngestAt: t.field({
        type: 'DateTime',
        nullable: true,
        description:
          'When the last update from the feed ended, with or without changes. Null before the first one.',
        extensions: readsRun,
        resolve: async (_, __, { lastRun }) => (await lastRun())?.finishedAt,
      }),
      feedAnswered: t.boolean({
        nullable: true,
        description:
          'Whether the last update could read all days that it needed. If false, data may be out of date. Null before the first update.',
        extensions: readsRun,
        resolve: async (_, __, { lastRun }) => {
          const run = await lastRun()
          return run && run.failed.length === 0
        },
      }),
      isSample: t.boolean({
        description:
          'Whether all data are made up. A local server shows such a sample while it cannot reach the Hub. Tell your readers.',
        resolve: (_, __, { isSample }) => isSample,
      }),
      snapshotAt: t.field({
        type: 'DateTime',
        nullable: true,
        description:
          'When the search snapshot was built. A snapshot is a copy of all papers, for search, filters and statistics. Null while there is none.',
        resolve: async (_, __, { snapshot }) => {
          const found = await snapshot().catch(() => null)
          return found?.builtAt
        },
      }),
      paperCount: count('papers', 'Number of distinct papers'),
      dayCount: count('days', 'Number of days that have papers'),
      authorCount: count('author', 'Number of distinct authors, by `Author.ref`'),
      organizationCount: count(
        'organization',
        'Number of organizations on whose behalf papers were submitted',
      ),
      keywordCount: count('keyword', 'Number of keywords'),
      hubUserCount: count('account', 'Number of accounts that claim a paper or submitted one'),
    }
  },
})

builder.queryField('status', t =>
  t.field({
    type: Status,
    description: 'Freshness and size of this copy of the feed.',
    resolve: () => ({}),
  }),
)
