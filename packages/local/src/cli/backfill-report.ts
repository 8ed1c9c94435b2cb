import type { BackfillSummary } from '@daily-papers/ingest/backfill.ts'
import { counted } from './counted.ts'

/** The report of a backfill that did not read every day. Empty when it did. */
export function backfillReport({ failed, untried }: BackfillSummary): string {
  if (failed.length === 0 && untried.length === 0) return ''
  const lines = [
    `${counted(failed.length, 'day')} failed:`,
    ...failed.map(({ day, reason }) => `  ${day}  ${reason}`),
    ...(untried.length > 0
      ? [
          `Not tried: ${counted(untried.length, 'day')} before ${failed.at(-1)?.day}. Too many days in a row failed, so the feed seems to be down.`,
        ]
      : []),
    'Run the same command again. It reads only the missing days.',
  ]
  return `${lines.join('\n')}\n`
}
