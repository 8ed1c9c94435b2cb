/** `pnpm forget <who>`: takes a person out of the table, and keeps them out of what is read later. */
import { soleArgument } from './argument.ts'
import { runCommand } from './command.ts'
import { readEnv } from './env.ts'
import { keep } from './keeper.ts'

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
  const ids = await keep(readEnv(), signal, maintenance => maintenance.forget(who))
  const found = ids.length === 1 ? '1 paper' : `${ids.length} papers`
  process.stdout.write(`took ${who} out of ${found}, and keeps them out of what is read later\n`)
  return 0
})
