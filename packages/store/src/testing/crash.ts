import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { createClient } from '../table/client.ts'

export class Crash extends Error {
  override name = 'Crash'
}

const WRITES = new Set(['BatchWriteItemCommand', 'PutItemCommand', 'UpdateItemCommand', 'DeleteItemCommand'])

type Requests = Record<string, unknown[]>

/**
 * A client whose process dies: after `items` written items nothing more gets through, as after SIGKILL. It may die in
 * the middle of a batch, which is no transaction.
 */
export function dyingClient(endpoint: string, items: number): DynamoDBDocumentClient {
  const client = createClient({ endpoint, maxAttempts: 1 })
  let left = items
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async args => {
        if (left <= 0) throw new Crash('the process is gone')
        if (!WRITES.has(commandName)) return next(args)
        const [batch] = Object.entries(
          'RequestItems' in args.input ? (args.input.RequestItems as Requests) : {},
        )
        if (!batch) {
          left--
          return next(args)
        }
        const [table, requests] = batch
        const done = requests.slice(0, left)
        left -= requests.length
        const answer = await next({ ...args, input: { ...args.input, RequestItems: { [table]: done } } })
        if (done.length < requests.length) throw new Crash('the process is gone')
        return answer
      },
    { step: 'initialize', name: 'dying' },
  )
  return client
}
