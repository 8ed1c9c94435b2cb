import type { Totals } from '@daily-papers/papers/entity.ts'
import { builder } from '../builder.ts'
import { costs } from '../cost/field-cost.ts'
import { Day } from './day.ts'

const readsTotals = costs({ loads: 'totals', ofSelf: true })
const readsRun = costs({ loads: 'lastRun', ofSelf: true })

const Status = builder.objectRef<object>('Status').implement({
  description: 'How fresh and how large this copy of the feed is.',
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
        description: 'The latest day that has papers; null while there are none.',
        extensions: costs({ loads: 'latestDay', ofSelf: true }),
        resolve: (_, __, { latestDay }) => latestDay(),
      }),
      lastIngestAt: t.field({
        type: 'DateTime',
        nullable: true,
        description:
          'When the run that read the feed last ended, changed or not; null before the first time.',
        extensions: readsRun,
        resolve: async (_, __, { lastRun }) => (await lastRun())?.finishedAt,
      }),
      feedAnswered: t.boolean({
        nullable: true,
        description:
          'Whether the last run could read every day that the Hub has opened; null before the first run. False: what is served may be out of date.',
        extensions: readsRun,
        resolve: async (_, __, { lastRun }) => {
          const run = await lastRun()
          return run && run.failed.length === 0
        },
      }),
      isSample: t.boolean({
        description:
          'Whether all data are made up: a server on one machine shows a sample while the Hub cannot be reached. Tell your readers.',
        resolve: (_, __, { isSample }) => isSample,
      }),
      snapshotAt: t.field({
        type: 'DateTime',
        nullable: true,
        description:
          'When the snapshot was made that search, filters and numbers are answered from; null while there is none to be had.',
        resolve: async (_, __, { snapshot }) => {
          const found = await snapshot().catch(() => null)
          return found?.builtAt
        },
      }),
      paperCount: count('papers', 'Distinct papers'),
      dayCount: count('days', 'Days that have papers'),
      authorCount: count(
        'author',
        'Printed names of authors, told apart without case, accents and punctuation',
      ),
      organizationCount: count('organization', 'Organizations on whose behalf papers were submitted'),
      keywordCount: count('keyword', 'Keywords'),
      hubUserCount: count('account', 'Accounts that claim or submitted a paper'),
    }
  },
})

builder.queryField('status', t =>
  t.field({
    type: Status,
    description: 'How fresh and how large this copy of the feed is.',
    resolve: () => ({}),
  }),
)
