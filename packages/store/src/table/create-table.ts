import {
  CreateTableCommand,
  DescribeTableCommand,
  ResourceInUseException,
  ResourceNotFoundException,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { tableDefinition } from './table-definition.ts'

/** Creates the table and its indexes and waits until it can be used. For local engines and tests; on AWS the stack does it. */
export async function createTable(
  client: DynamoDBDocumentClient,
  tableName: string,
): Promise<'created' | 'existed'> {
  const hash = (AttributeName: string) => ({ AttributeName, KeyType: 'HASH' as const })
  const range = (AttributeName: string) => ({ AttributeName, KeyType: 'RANGE' as const })
  const names = new Set<string>([tableDefinition.partitionKey, tableDefinition.sortKey])
  for (const index of tableDefinition.indexes) names.add(index.partitionKey).add(index.sortKey)
  const create = new CreateTableCommand({
    TableName: tableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [...names].map(AttributeName => ({ AttributeName, AttributeType: 'S' })),
    KeySchema: [hash(tableDefinition.partitionKey), range(tableDefinition.sortKey)],
    GlobalSecondaryIndexes: tableDefinition.indexes.map(index => ({
      IndexName: index.name,
      KeySchema: [hash(index.partitionKey), range(index.sortKey)],
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: [...index.projected] },
    })),
  })
  try {
    await client.send(create)
  } catch (error) {
    if (error instanceof ResourceInUseException) return 'existed'
    throw error
  }
  await waitUntilTableExists(
    { client, maxWaitTime: 30, minDelay: 0.1, maxDelay: 1 },
    { TableName: tableName },
  )
  return 'created'
}

/** @throws Error when there is no such table: that of a stage is made by its stack, and a name that is wrong must make none */
export async function requireTable(client: DynamoDBDocumentClient, tableName: string): Promise<void> {
  try {
    await client.send(new DescribeTableCommand({ TableName: tableName }))
  } catch (error) {
    if (!(error instanceof ResourceNotFoundException)) throw error
    throw new Error(`there is no table ${tableName}: TABLE_NAME must be the output TableName of the stack`)
  }
}
