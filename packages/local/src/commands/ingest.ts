/** `pnpm ingest`: loads days of the feed into the table once. */
import { ingest } from '@daily-papers/ingest/ingest.ts'
import { dayOf } from '@daily-papers/papers/days.ts'
import { chooseFeed } from '../choose-feed.ts'
import { clockFrom } from '../cli/clock.ts'
import { runCommand } from '../cli/command.ts'
import { ingestedLine } from '../cli/lines.ts'
import { parseOptions } from '../cli/options.ts'
import { progressBar } from '../cli/progress.ts'
import { terminalLog } from '../cli/terminal-log.ts'
import { usage } from '../cli/usage.ts'
import { openDynamoDb } from '../dynamo-db.ts'
import { readEnv } from '../env.ts'
import { withinRun } from '../run-limit.ts'
import { snapshotAfter } from '../snapshots/snapshot-after.ts'

await runCommand(async signal => {
  const env = readEnv()
  const now = clockFrom(env.NOW)
  const options = parseOptions('ingest', process.argv.slice(2), dayOf(now()))
  if (options.help) {
    process.stdout.write(usage('ingest'))
    return 0
  }
  const bar = progressBar(process.stderr)
  const log = terminalLog(bar.write, () => signal.aborted)
  const { feed } = chooseFeed(options.feed, env, now, log)
  const database = await openDynamoDb(env)
  try {
    const store = await database.writer(env.TABLE_NAME)
    const { days } = options
    const run = ingest({
      days,
      feed,
      store,
      log,
      now,
      signal: withinRun(signal, days.length),
      onProgress: bar.update,
    })
    const summary = await Promise.race([run, database.failure])
    bar.stop()
    process.stdout.write(`${options.json ? JSON.stringify(summary) : ingestedLine(summary)}\n`)
    await snapshotAfter({ env, database, tableName: env.TABLE_NAME, now, log, signal })
    return summary.failed.length > 0 ? 1 : 0
  } finally {
    bar.stop()
    await database.close()
  }
})
