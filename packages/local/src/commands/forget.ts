/** `pnpm forget <who>`: takes a person out of the table, and keeps them out of what is read later. */
import { folderPlace } from '@daily-papers/snapshot/folder.ts'
import { soleArgument } from '../cli/argument.ts'
import { clockFrom } from '../cli/clock.ts'
import { runCommand } from '../cli/command.ts'
import { forgetReport } from '../cli/forget-report.ts'
import { readEnv } from '../env.ts'
import { snapshotFolder } from '../snapshots/snapshot-folder.ts'
import { runSnapshotJob } from '../snapshots/snapshot-job.ts'
import { keep } from './keeper.ts'

const USAGE = `pnpm forget <who>: takes a person out of everything that is shown, and keeps them out of later runs

  <who>          a name as papers print it, or a Hub username

A name takes out the author. Hub accounts that have it in full, or had claimed
the author's papers, may be somebody else: they are listed, to be taken out by
their usernames.

Settings: DYNAMODB_ENDPOINT, TABLE_NAME, DATA_DIR, NOW; see the README.
`

await runCommand(async signal => {
  const who = soleArgument(process.argv.slice(2), '<who>')
  if (who === null) {
    process.stdout.write(USAGE)
    return 0
  }
  const env = readEnv()
  const folder = snapshotFolder(env, env.TABLE_NAME)
  const forgetting = await keep(env, signal, async (maintenance, { endpoint }) => {
    const forgetting = await maintenance.forget(who)
    // The snapshot before still holds them.
    const now = new Date(clockFrom(env.NOW)()).toISOString()
    const job = { endpoint, tableName: env.TABLE_NAME, folder, now, force: true }
    if (await folderPlace(folder).newest()) await runSnapshotJob(job, signal)
    return forgetting
  })
  process.stdout.write(forgetReport(who, forgetting))
  return 0
})
