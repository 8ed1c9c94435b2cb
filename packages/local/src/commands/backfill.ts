/** `pnpm backfill`: loads the history of the feed into the table, and resumes where an earlier backfill ended. */
import { backfillArtefacts } from '@daily-papers/ingest/artefacts.ts'
import { backfill, isComplete } from '@daily-papers/ingest/backfill.ts'
import { BACKFILL_GAP_MS } from '@daily-papers/ingest/backfill-pace.ts'
import { dayOf, REFRESHED_DAYS } from '@daily-papers/papers/days.ts'
import { createQuestions } from '@daily-papers/store/create-questions.ts'
import { lastReadings } from '@daily-papers/store/runs.ts'
import { chooseFeed } from '../choose-feed.ts'
import { backfillReport } from '../cli/backfill-report.ts'
import { clockFrom } from '../cli/clock.ts'
import { runCommand } from '../cli/command.ts'
import { artefactsLine, ingestedLine } from '../cli/lines.ts'
import { parseOptions } from '../cli/options.ts'
import { progressBar } from '../cli/progress.ts'
import { terminalLog } from '../cli/terminal-log.ts'
import { usage } from '../cli/usage.ts'
import { openDynamoDb } from '../dynamo-db.ts'
import { readEnv } from '../env.ts'
import { snapshotAfter } from '../snapshots/snapshot-after.ts'

await runCommand(async signal => {
  const env = readEnv()
  const now = clockFrom(env.NOW)
  const options = parseOptions('backfill', process.argv.slice(2), dayOf(now()))
  if (options.help) {
    process.stdout.write(usage('backfill'))
    return 0
  }
  const bar = progressBar(process.stderr)
  const log = terminalLog(bar.write, () => signal.aborted)
  const { feed, artefacts } = chooseFeed(options.feed, env, now, log, BACKFILL_GAP_MS)
  const database = await openDynamoDb(env)
  try {
    const store = await database.writer(env.TABLE_NAME)
    if (options.artefacts) {
      if (!artefacts) throw new Error('--artefacts reads the Hub: leave out --feed')
      const questions = createQuestions(database.client, env.TABLE_NAME)
      const run = backfillArtefacts({
        days: options.days,
        source: artefacts,
        store,
        known: ids => questions.artefacts(ids),
        log,
        now: now(),
        signal,
        onProgress: bar.update,
      })
      const summary = await Promise.race([run, database.failure])
      bar.stop()
      process.stdout.write(`${options.json ? JSON.stringify(summary) : artefactsLine(summary)}\n`)
      return summary.failed.length > 0 ? 1 : 0
    }
    const known = await lastReadings(database.client, env.TABLE_NAME)
    // Recorded days never change.
    const changesForDays = options.feed === null ? REFRESHED_DAYS : 0
    const days = options.days.filter(day => !isComplete(day, known.get(day), now(), changesForDays))
    const complete = options.days.length - days.length
    if (complete > 0)
      process.stderr.write(`${complete} of ${options.days.length} days are already complete\n`)
    const run = backfill({ days, feed, store, log, now, signal, onProgress: bar.update })
    const summary = await Promise.race([run, database.failure])
    bar.stop()
    process.stdout.write(`${options.json ? JSON.stringify(summary) : ingestedLine(summary)}\n`)
    if (!signal.aborted) process.stderr.write(backfillReport(summary))
    await snapshotAfter({ env, database, tableName: env.TABLE_NAME, now, log, signal })
    return summary.failed.length > 0 ? 1 : 0
  } finally {
    bar.stop()
    await database.close()
  }
})
