import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs'
import type { Enqueue } from './enqueue-due.ts'

/** Messages of one request. */
const AT_ONCE = 10

/** Hands mails to an SQS queue, one message each. @throws when the queue does not take one; the next hour finds it again */
export function sqs(QueueUrl: string, client: Pick<SQSClient, 'send'> = new SQSClient({})): Enqueue {
  return async due => {
    for (let start = 0; start < due.length; start += AT_ONCE) {
      const Entries = due
        .slice(start, start + AT_ONCE)
        .map((each, at) => ({ Id: String(at), MessageBody: JSON.stringify(each) }))
      const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl, Entries }))
      const [failed] = Failed
      if (failed)
        throw new Error(`the queue refused ${Failed.length} messages: ${failed.Message ?? failed.Code}`)
    }
  }
}
