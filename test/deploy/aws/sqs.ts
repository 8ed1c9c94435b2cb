import type { Inventory } from '../template/deployed.ts'
import type { Judge } from './judge.ts'

export interface Message {
  messageId: string
  body: string
  receiveCount: number
}

/** What is in the queues, by their ARN. A queue's messages move to its dead-letter queue when they were received too often. */
export function createQueues(inventory: Inventory, { judge }: Judge) {
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

  return {
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
