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

test('a complete backfill has no report', () => {
  expect(backfillReport(summary([], []))).toBe('')
})

test('the report lists failed days with their reasons and the fix', () => {
  expect(backfillReport(summary([{ day: '2026-05-28', reason: 'the Hub answered 503' }], []))).toBe(
    `1 day failed:
  2026-05-28  the Hub answered 503
Run the same command again. It reads only the missing days.
`,
  )
})

test('the report counts the days that were not tried', () => {
  const report = backfillReport(summary([{ day: '2026-05-28', reason: 'x' }], ['2026-05-27', '2026-05-26']))
  expect(report).toContain('Not tried: 2 days before 2026-05-28.')
})
