import type { Judge } from '../aws/judge.ts'
import type { Queues } from '../aws/sqs.ts'
import type { Inventory } from '../template/deployed.ts'
import type { Functions } from './functions.ts'

interface Answer {
  batchItemFailures?: { itemIdentifier: string }[]
}

/** As Lambda's pollers do, hands the messages of queues to the functions that are mapped to them, until the queues are empty. */
export async function drainQueues(
  inventory: Inventory,
  queues: Queues,
  functions: Functions,
  { judge }: Judge,
): Promise<void> {
  for (const { properties } of inventory.all('AWS::Lambda::EventSourceMapping')) {
    const queue = String(properties.EventSourceArn)
    const { Role: role } = functions.find(String(properties.FunctionName)).properties
    const partial = [properties.FunctionResponseTypes ?? []].flat().includes('ReportBatchItemFailures')
    await judge(role, 'sqs:GetQueueAttributes', queue, 'service')
    for (let turns = 0; queues.of(queue).length > 0; turns++) {
      if (turns > 100) throw new Error(`the messages of ${queue} come again and again`)
      await judge(role, 'sqs:ReceiveMessage', queue, 'service')
      const batch = queues.of(queue).splice(0, Number(properties.BatchSize ?? 10))
      for (const message of batch) message.receiveCount++
      const Records = batch.map(({ messageId, body, receiveCount }) => ({
        messageId,
        body,
        attributes: { ApproximateReceiveCount: String(receiveCount) },
        eventSource: 'aws:sqs',
        eventSourceARN: queue,
      }))
      const { ok, payload } = await functions.invoke(String(properties.FunctionName), { Records })
      const { batchItemFailures = [] } = (partial ? payload : {}) as Answer
      const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier))
      const again = batch.filter(({ messageId }) => !ok || failed.has(messageId))
      if (again.length < batch.length) await judge(role, 'sqs:DeleteMessage', queue, 'service')
      queues.giveBack(queue, again)
    }
  }
}
