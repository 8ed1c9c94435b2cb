import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

/** Counts the requests of a client, at the SDK. */
export function countRequests(client: DynamoDBDocumentClient): { take(): string[] } {
  let requests: string[] = []
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      args => {
        requests.push(commandName.replace('Command', ''))
        return next(args)
      },
    { step: 'initialize', name: 'counting', override: true },
  )
  return {
    take() {
      const taken = requests
      requests = []
      return taken
    },
  }
}
