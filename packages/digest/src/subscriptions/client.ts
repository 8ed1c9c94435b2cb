import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

/** A client of AWS, or of the DynamoDB-compatible engine at `endpoint`. */
export function createClient(endpoint?: string): DynamoDBDocumentClient {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  const client = new DynamoDBClient({
    ...(endpoint && { endpoint, region: 'local', credentials }),
    maxAttempts: 6,
    requestHandler: { connectionTimeout: 2_000, requestTimeout: 10_000, throwOnRequestTimeout: true },
  })
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } })
  // Its own does nothing, and open connections would keep the process.
  documents.destroy = () => client.destroy()
  return documents
}
