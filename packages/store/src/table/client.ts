import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

export interface ClientOptions {
  /**
   * URL of a DynamoDB-compatible engine. Absent: AWS, with the credentials and region of the environment. AWS's own URL,
   * such as https://dynamodb.eu-west-1.amazonaws.com: AWS in that region, with the credentials of the environment.
   */
  endpoint?: string | undefined
  /** Attempts of one request, the first included; throttling and 5xx are retried with back-off. */
  maxAttempts?: number
}

/** The region of an endpoint of AWS; null for that of any other engine. */
export const awsRegion = (endpoint: string): string | null =>
  /^https:\/\/dynamodb\.([a-z\d-]+)\.amazonaws\.com(?:\.cn)?\/?$/.exec(endpoint)?.[1] ?? null

/** The DynamoDB client that the whole process shares. */
export function createClient({ endpoint, maxAttempts = 8 }: ClientOptions = {}): DynamoDBDocumentClient {
  const region = endpoint && awsRegion(endpoint)
  const local = { endpoint, region: 'local', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }
  const client = new DynamoDBClient({
    ...(region ? { region } : endpoint && local),
    maxAttempts,
    requestHandler: { connectionTimeout: 2_000, requestTimeout: 10_000, throwOnRequestTimeout: true },
  })
  // It prepares each request and answer for a log that nobody reads: a twentieth of the CPU of a call.
  client.middlewareStack.remove('loggerMiddleware')
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } })
  // Its own does nothing, and open connections would keep the process and the engine.
  documents.destroy = () => client.destroy()
  return documents
}
