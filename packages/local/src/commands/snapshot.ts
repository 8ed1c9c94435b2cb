/** `pnpm snapshot`: builds the SQLite file for search, filters, statistics and download. */
import { parseArgs } from 'node:util'
import { folderPlace } from '@daily-papers/snapshot/folder.ts'
import { publishSnapshot } from '@daily-papers/snapshot/publish.ts'
import { createCorpus } from '@daily-papers/store/corpus.ts'
import { withoutDashes } from '../cli/argument.ts'
import { clockFrom } from '../cli/clock.ts'
import { runCommand } from '../cli/command.ts'
import { openDynamoDb } from '../dynamo-db.ts'
import { readEnv } from '../env.ts'
import { snapshotFolder } from '../snapshots/snapshot-folder.ts'

const USAGE = `pnpm snapshot: builds one SQLite file of all papers, for search, filters, statistics and download

It replaces the previous file in DATA_DIR. A running \`dev\` uses it within a
minute. \`dev\`, \`ingest\` and \`backfill\` build it after each run that changed
something. It copies papers that did not change from the previous file.

  --from-nothing   read the whole table

Settings: DYNAMODB_ENDPOINT, TABLE_NAME, DATA_DIR, NOW; see the README.
`

await runCommand(async () => {
  const { values } = parseArgs({
    args: withoutDashes(process.argv.slice(2)),
    options: { help: { type: 'boolean', short: 'h' }, 'from-nothing': { type: 'boolean' } },
  })
  if (values.help) {
    process.stdout.write(USAGE)
    return 0
  }
  const env = readEnv()
  const place = folderPlace(snapshotFolder(env, env.TABLE_NAME))
  const database = await openDynamoDb(env)
  try {
    await database.prepare(env.TABLE_NAME)
    const corpus = createCorpus(database.client, env.TABLE_NAME)
    const builtAt = new Date(clockFrom(env.NOW)()).toISOString()
    const building = publishSnapshot(corpus, place, builtAt, { fromNothing: values['from-nothing'] ?? false })
    const built = await Promise.race([building, database.failure])
    const { papers, bytes, sha256 } = built
    process.stdout.write(
      `built a snapshot of ${papers} papers, ${(bytes / 1e6).toFixed(1)} MB: ${await place.fetch(built)}\nsha256 ${sha256}\n`,
    )
    return 0
  } finally {
    await database.close()
  }
})
