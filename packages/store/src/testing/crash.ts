import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { createClient } from '../client.ts'

export class Crash extends Error {
  override name = 'Crash'
}

const WRITES = new Set(['BatchWriteItemCommand', 'PutItemCommand', 'UpdateItemCommand', 'DeleteItemCommand'])

/**
 * A client whose process dies: after `writes` write requests nothing more gets through, as after SIGKILL.
 * `requests` tells what was sent.
 */
export function dyingClient(endpoint: string, writes: number): DynamoDBDocumentClient {
  const client = createClient({ endpoint, maxAttempts: 1 })
  let left = writes
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async args => {
        if (left <= 0) throw new Crash('the process is gone')
        if (WRITES.has(commandName)) left--
        return next(args)
      },
    { step: 'initialize', name: 'dying' },
  )
  return client
}
