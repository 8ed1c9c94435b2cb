/** `pnpm snapshot`: builds the SQLite file for search, filters, statistics and download. */
import { folderPlace } from '@daily-papers/snapshot/folder.ts'
import { publishSnapshot } from '@daily-papers/snapshot/publish.ts'
import { createCorpus } from '@daily-papers/store/corpus.ts'
import { asksForHelp } from '../cli/argument.ts'
import { clockFrom } from '../cli/clock.ts'
import { runCommand } from '../cli/command.ts'
import { openDatabase } from '../database.ts'
import { readEnv } from '../env.ts'
import { snapshotFolder } from '../snapshots/snapshot-folder.ts'

const USAGE = `pnpm snapshot: builds one SQLite file of all papers, for search, filters, statistics and download

It replaces the previous file in DATA_DIR. A running \`dev\` uses it within a
minute. \`dev\`, \`ingest\` and \`backfill\` build it after each run that changed
something.

Settings: DYNAMODB_ENDPOINT, TABLE_NAME, DATA_DIR, NOW; see the README.
`

await runCommand(async () => {
  if (asksForHelp(process.argv.slice(2))) {
    process.stdout.write(USAGE)
    return 0
  }
  const env = readEnv()
  const place = folderPlace(snapshotFolder(env, env.TABLE_NAME))
  const database = await openDatabase(env)
  try {
    await database.prepare(env.TABLE_NAME)
    const corpus = createCorpus(database.client, env.TABLE_NAME)
    const builtAt = new Date(clockFrom(env.NOW)()).toISOString()
    const built = await Promise.race([publishSnapshot(corpus, place, builtAt), database.failure])
    const { papers, bytes, sha256 } = built
    process.stdout.write(
      `built a snapshot of ${papers} papers, ${(bytes / 1e6).toFixed(1)} MB: ${await place.fetch(built)}\nsha256 ${sha256}\n`,
    )
    return 0
  } finally {
    await database.close()
  }
})
