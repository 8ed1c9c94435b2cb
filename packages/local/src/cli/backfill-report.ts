import type { BackfillSummary } from '@daily-papers/ingest/backfill.ts'

const days = (count: number) => (count === 1 ? '1 day' : `${count} days`)

/** What is told at the end of a backfill that has not brought in every day; nothing when it has. */
export function backfillReport({ failed, untried }: BackfillSummary): string {
  if (failed.length === 0 && untried.length === 0) return ''
  const lines = [
    `${days(failed.length)} failed:`,
    ...failed.map(({ day, reason }) => `  ${day}  ${reason}`),
    ...(untried.length > 0
      ? [
          `Not tried: ${days(untried.length)} before ${failed.at(-1)?.day}. Too many in a row had failed, so the feed does not answer.`,
        ]
      : []),
    'Run the same command again: it reads only the days that are missing.',
  ]
  return `${lines.join('\n')}\n`
}
