import { randomBytes } from 'node:crypto'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { applyEvent } from '../feedback/apply.ts'
import { answer } from '../pages/answer.ts'
import { askByHttp } from '../papers/ask.ts'
import { deliver } from '../send/deliver.ts'
import { enqueueDue } from '../send/enqueue-due.ts'
import { sqs } from '../send/sqs.ts'
import { createClient } from '../subscriptions/client.ts'
import { ses } from '../transport/ses.ts'
import { readDigestEnv } from './env.ts'
import { batch, dueMessage, hourly, report } from './event.ts'
import { logToStderr, toRequest, toResult } from './http.ts'

const env = readDigestEnv()
const sending = {
  table: { client: createClient(env.DYNAMODB_ENDPOINT), name: env.TABLE_NAME },
  ask: askByHttp({ url: env.GRAPHQL_URL }),
  send: ses({ from: env.DIGEST_FROM, configurationSet: env.CONFIGURATION_SET }),
  site: env.SITE_URL,
  now: Date.now,
}
const subscribing = {
  ...sending,
  hourlyCeiling: env.HOURLY_CONFIRMATIONS,
  newSecret: () => randomBytes(24).toString('base64url'),
}
const enqueue = sqs(env.QUEUE_URL)

/** Takes subscriptions, finds what is due, sends it, and acts on what SES reports. */
export const handler = async (event: unknown): Promise<unknown> => {
  const messages = batch.safeParse(event)
  if (messages.success) return sendBatch(messages.data.Records)
  if (hourly.safeParse(event).success) return { due: await enqueueDue(sending.table, enqueue, Date.now()) }
  const reported = report.safeParse(event)
  if (reported.success) return applyEvent(sending.table, reported.data.detail, Date.now())
  const request = toRequest(event as APIGatewayProxyEventV2)
  return toResult(await answer(request, sending, subscribing, logToStderr))
}

/** A mail that fails goes back to the queue alone. */
async function sendBatch(records: { messageId: string; body: string }[]) {
  const batchItemFailures: { itemIdentifier: string }[] = []
  for (const { messageId, body } of records) {
    try {
      await deliver(dueMessage.parse(JSON.parse(body)), sending)
    } catch (error) {
      logToStderr({ message: 'mail failed', error: error instanceof Error ? error.message : String(error) })
      batchItemFailures.push({ itemIdentifier: messageId })
    }
  }
  return { batchItemFailures }
}
