import type { BackfillSummary } from '@daily-papers/ingest/backfill.ts'
import { expect, test } from 'vitest'
import { backfillReport } from './backfill-report.ts'

const summary = (failed: BackfillSummary['failed'], untried: string[]): BackfillSummary => ({
  days: 1,
  daysWithPapers: 1,
  papers: 1,
  new: 1,
  changed: 0,
  skipped: 0,
  failed,
  untried,
  startedAt: '2026-05-29T12:00:00.000Z',
  finishedAt: '2026-05-29T12:00:01.000Z',
  feedLatencyMs: null,
  newestDay: null,
})

test('nothing is told of a backfill that has every day', () => {
  expect(backfillReport(summary([], []))).toBe('')
})

test('days that failed are listed with their reasons and the fix', () => {
  expect(backfillReport(summary([{ day: '2026-05-28', reason: 'the Hub answered 503' }], []))).toBe(
    `1 day failed:
  2026-05-28  the Hub answered 503
Run the same command again: it reads only the days that are missing.
`,
  )
})

test('days that were not tried are counted', () => {
  const report = backfillReport(summary([{ day: '2026-05-28', reason: 'x' }], ['2026-05-27', '2026-05-26']))
  expect(report).toContain('Not tried: 2 days before 2026-05-28.')
})
