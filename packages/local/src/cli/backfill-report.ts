import type { BackfillSummary } from '@daily-papers/ingest/backfill.ts'

const days = (count: number) => (count === 1 ? '1 day' : `${count} days`)

/** The report of a backfill that did not read every day. Empty when it did. */
export function backfillReport({ failed, untried }: BackfillSummary): string {
  if (failed.length === 0 && untried.length === 0) return ''
  const lines = [
    `${days(failed.length)} failed:`,
    ...failed.map(({ day, reason }) => `  ${day}  ${reason}`),
    ...(untried.length > 0
      ? [
          `Not tried: ${days(untried.length)} before ${failed.at(-1)?.day}. Too many days in a row failed, so the feed seems to be down.`,
        ]
      : []),
    'Run the same command again. It reads only the missing days.',
  ]
  return `${lines.join('\n')}\n`
}
