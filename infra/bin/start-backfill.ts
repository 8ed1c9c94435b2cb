import { parseArgs } from 'node:util'
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs'
import { dayOf } from '@daily-papers/papers/days.ts'
import { backfillMessages } from '../src/ingest/backfill-messages.ts'

const usage = 'pnpm exec node infra/bin/start-backfill.ts --queue URL --from YYYY-MM-DD [--to YYYY-MM-DD]'

/** Sends one message per day to the backfill queue of a stage, with the credentials of the environment. */
async function startBackfill(): Promise<void> {
  const { values } = parseArgs({
    options: { queue: { type: 'string' }, from: { type: 'string' }, to: { type: 'string' } },
  })
  const today = dayOf(Date.now())
  const { queue, from, to = today } = values
  if (!queue || !from)
    throw new Error('--queue and --from are needed: the output StartBackfill of the stack has both')
  const [, region] = /^https:\/\/sqs\.([\w-]+)\./.exec(queue) ?? []
  const client = new SQSClient(region ? { region } : {})
  if (!(await client.config.region().catch(() => '')))
    throw new Error(`${queue} does not name its region: set AWS_REGION, or pass the whole URL of the queue`)
  let sent = 0
  for (const Entries of backfillMessages(from, to, today)) {
    const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: queue, Entries }))
    if (Failed.length)
      throw new Error(
        `${sent} days were sent, these were not: ${Failed.map(({ Id, Message }) => `${Id} (${Message})`).join(', ')}. Run it again with --to ${Entries[0]?.Id}: a day that is sent twice does no harm`,
      )
    sent += Entries.length
  }
  process.stdout.write(`${sent} days are in the queue, ${to} first. The dashboard shows how many are left\n`)
}

startBackfill().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}\n`)
  process.exitCode = 1
})
