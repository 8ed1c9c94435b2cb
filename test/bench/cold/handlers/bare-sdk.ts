import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { BatchGetCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { paperKey } from '@daily-papers/store/keys.ts'

const client = DynamoDBDocumentClient.from(new DynamoDBClient())
const table = process.env.TABLE_NAME ?? ''

/** The read that the query needs, by the SDK alone. */
export async function handler({ body }: { body: string }) {
  const { ref } = JSON.parse(body).variables
  const answer = await client.send(
    new BatchGetCommand({ RequestItems: { [table]: { Keys: [paperKey(ref)] } } }),
  )
  const [paper] = answer.Responses?.[table] ?? []
  return { statusCode: 200, body: JSON.stringify({ data: { paper } }) }
}
