import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

/** A table of subscriptions. */
export interface Table {
  client: DynamoDBDocumentClient
  name: string
}
