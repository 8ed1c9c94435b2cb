/** `pnpm forget <who>`: removes a person from the table, also in later runs. */
import { folderPlace } from '@daily-papers/snapshot/folder.ts'
import { soleArgument } from '../cli/argument.ts'
import { clockFrom } from '../cli/clock.ts'
import { runCommand } from '../cli/command.ts'
import { forgetReport } from '../cli/forget-report.ts'
import { forgetSubscriber } from '../digest/forget-subscriber.ts'
import { readEnv } from '../env.ts'
import { snapshotFolder } from '../snapshots/snapshot-folder.ts'
import { runSnapshotJob } from '../snapshots/snapshot-job.ts'
import { maintain } from './maintain.ts'

const USAGE = `pnpm forget <who>: removes a person from pages and responses, also in later runs

  <who>          a name as papers print it, a Hub username, or an e-mail address

A name removes the author. Hub accounts with that full name, or with claims on
the author's papers, may be somebody else. The command lists them, and you can
remove them by their usernames. An e-mail address is removed from the digest,
with its subscriptions and what was sent to it.

Settings: DYNAMODB_ENDPOINT, TABLE_NAME, DIGEST_TABLE, DATA_DIR, NOW; see the README.
`

await runCommand(async signal => {
  const who = soleArgument(process.argv.slice(2), '<who>')
  if (who === null) {
    process.stdout.write(USAGE)
    return 0
  }
  const env = readEnv()
  if (who.includes('@')) {
    process.stdout.write(await forgetSubscriber(env, who))
    return 0
  }
  const folder = snapshotFolder(env, env.TABLE_NAME)
  const forgetting = await maintain(env, signal, async (maintenance, { endpoint }) => {
    const forgetting = await maintenance.forget(who)
    // The published snapshot still has the person, so the next one is built from nothing.
    const now = new Date(clockFrom(env.NOW)()).toISOString()
    const job = { endpoint, tableName: env.TABLE_NAME, folder, now }
    if (await folderPlace(folder).newest()) await runSnapshotJob(job, signal)
    return forgetting
  })
  process.stdout.write(forgetReport(who, forgetting))
  return 0
})
