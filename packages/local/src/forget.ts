/** `pnpm forget <who>`: takes a person out of the table, and keeps them out of what is read later. */
import { folderPlace } from '@daily-papers/snapshot/folder.ts'
import { publishSnapshot } from '@daily-papers/snapshot/publish.ts'
import { createCorpus } from '@daily-papers/store/corpus.ts'
import { soleArgument } from './argument.ts'
import { clockFrom } from './clock.ts'
import { runCommand } from './command.ts'
import { readEnv } from './env.ts'
import { keep } from './keeper.ts'
import { snapshotFolder } from './snapshot-folder.ts'

const USAGE = `pnpm forget <who>: takes a person out of everything that is shown, and keeps them out of later runs

  <who>          a name as papers print it, or a Hub username

Settings: DYNAMODB_ENDPOINT, TABLE_NAME, DATA_DIR; see the README.
`

await runCommand(async signal => {
  const who = soleArgument(process.argv.slice(2), '<who>')
  if (who === null) {
    process.stdout.write(USAGE)
    return 0
  }
  const env = readEnv()
  const place = folderPlace(snapshotFolder(env, env.TABLE_NAME))
  const ids = await keep(env, signal, async (maintenance, { client }) => {
    const found = await maintenance.forget(who)
    // The snapshot before still holds them.
    const builtAt = new Date(clockFrom(env.NOW)()).toISOString()
    if (await place.newest()) await publishSnapshot(createCorpus(client, env.TABLE_NAME), place, builtAt)
    return found
  })
  const found = ids.length === 1 ? '1 paper' : `${ids.length} papers`
  process.stdout.write(`took ${who} out of ${found}, and keeps them out of what is read later\n`)
  return 0
})
