/** `pnpm export-history <file>`: writes what the feed can't give again into a file. */
import { writeHistory } from '@daily-papers/snapshot/history-file.ts'
import { readHistoryLines } from '@daily-papers/store/history-lines.ts'
import { soleArgument } from '../cli/argument.ts'
import { clockFrom } from '../cli/clock.ts'
import { runCommand } from '../cli/command.ts'
import { openDynamoDb } from '../dynamo-db.ts'
import { readEnv } from '../env.ts'

const USAGE = `pnpm export-history <file>: writes what the feed can't give again into a file

  <file>         where to write it, for example history.ndjson.gz

The file has votes, comments and stars over time, change events, and who asked
to be left out. \`pnpm restore-history <file>\` adds it to a table.

Settings: DYNAMODB_ENDPOINT, TABLE_NAME, DATA_DIR, NOW; see the README.
`

await runCommand(async () => {
  const file = soleArgument(process.argv.slice(2), '<file>')
  if (file === null) {
    process.stdout.write(USAGE)
    return 0
  }
  const env = readEnv()
  const database = await openDynamoDb(env)
  try {
    await database.prepare(env.TABLE_NAME)
    const pages = readHistoryLines(database.client, env.TABLE_NAME)
    const exportedAt = new Date(clockFrom(env.NOW)()).toISOString()
    const lines = await Promise.race([writeHistory(pages, file, exportedAt), database.failure])
    process.stdout.write(`wrote ${lines} lines to ${file}\n`)
    return 0
  } finally {
    await database.close()
  }
})
