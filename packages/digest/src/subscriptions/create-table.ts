import { CreateTableCommand, ResourceInUseException, waitUntilTableExists } from '@aws-sdk/client-dynamodb'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { tableDefinition } from './table-definition.ts'

/** Creates the table if it is missing. For local engines and tests; on AWS the stack does it. */
export async function createTable(client: DynamoDBDocumentClient, tableName: string): Promise<void> {
  const hash = (AttributeName: string) => ({ AttributeName, KeyType: 'HASH' as const })
  const range = (AttributeName: string) => ({ AttributeName, KeyType: 'RANGE' as const })
  const { partitionKey, sortKey, index } = tableDefinition
  const create = new CreateTableCommand({
    TableName: tableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [partitionKey, sortKey, index.partitionKey, index.sortKey].map(AttributeName => ({
      AttributeName,
      AttributeType: 'S',
    })),
    KeySchema: [hash(partitionKey), range(sortKey)],
    GlobalSecondaryIndexes: [
      {
        IndexName: index.name,
        KeySchema: [hash(index.partitionKey), range(index.sortKey)],
        Projection: { ProjectionType: 'KEYS_ONLY' },
      },
    ],
  })
  try {
    await client.send(create)
  } catch (error) {
    if (error instanceof ResourceInUseException) return
    throw error
  }
  await waitUntilTableExists(
    { client, maxWaitTime: 30, minDelay: 0.1, maxDelay: 1 },
    { TableName: tableName },
  )
}
