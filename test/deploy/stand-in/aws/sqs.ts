import { createHash } from 'node:crypto'
import type { Inventory } from '../template/deployed.ts'
import { AwsError, type AwsService } from './endpoint.ts'
import type { Judge } from './judge.ts'

export interface Message {
  messageId: string
  body: string
  receiveCount: number
}

interface SendMessageBatch {
  QueueUrl: string
  Entries: { Id: string; MessageBody: string }[]
}

/** What is in the queues, by their ARN. A queue's messages move to its dead-letter queue when they were received too often. */
export function createQueues(inventory: Inventory, { judge, judgeKey, hasRole }: Judge) {
  const waiting = new Map<string, Message[]>()
  const of = (queueArn: string): Message[] => {
    inventory.get('AWS::SQS::Queue', queueArn)
    const messages = waiting.get(queueArn) ?? []
    waiting.set(queueArn, messages)
    return messages
  }
  let sent = 0
  const put = (queueArn: string, body: string) =>
    of(queueArn).push({ messageId: `message-${++sent}`, body, receiveCount: 0 })

  /** What our code and an operator ask, who is no role of the template. A queue's URL ends in its name. */
  const service: AwsService = async ({ headers, body, accessKeyId }) => {
    const operation = String(headers['x-amz-target']).split('.')[1]
    if (operation !== 'SendMessageBatch') throw new AwsError('InvalidAction', `no ${operation}`)
    const { QueueUrl, Entries } = JSON.parse(body.toString()) as SendMessageBatch
    const name = QueueUrl.split('/').at(-1)
    const queue = inventory.all('AWS::SQS::Queue').find(({ attributes }) => attributes.QueueName === name)
    if (!queue) throw new AwsError('QueueDoesNotExist', `there is no queue ${name}`)
    if (hasRole(accessKeyId)) await judgeKey(accessKeyId, 'sqs:SendMessage', queue.attributes.Arn ?? '')
    if (Entries.length > 10) throw new AwsError('TooManyEntriesInBatchRequest', 'more than 10 messages')
    const Successful = Entries.map(({ Id, MessageBody }) => {
      put(queue.attributes.Arn ?? '', MessageBody)
      return { Id, MessageId: Id, MD5OfMessageBody: createHash('md5').update(MessageBody).digest('hex') }
    })
    return { body: JSON.stringify({ Successful, Failed: [] }) }
  }

  return {
    service,
    of,
    put,
    /** A service sends with a role. */
    async send(roleArn: unknown, queueArn: string, body: string): Promise<void> {
      await judge(roleArn, 'sqs:SendMessage', queueArn, 'service')
      put(queueArn, body)
    },
    /** Messages that were not worked off come again, or go where the queue's redrive sends them. */
    giveBack(queueArn: string, messages: readonly Message[]): void {
      const { properties } = inventory.get('AWS::SQS::Queue', queueArn)
      const redrive = properties.RedrivePolicy as
        | { deadLetterTargetArn: string; maxReceiveCount: number }
        | undefined
      for (const message of messages) {
        const spent = redrive !== undefined && message.receiveCount >= redrive.maxReceiveCount
        of(spent ? redrive.deadLetterTargetArn : queueArn).push(message)
      }
    },
  }
}

export type Queues = ReturnType<typeof createQueues>
