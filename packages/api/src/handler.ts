import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bucketPlace } from '@daily-papers/snapshot/bucket.ts'
import { createClient } from '@daily-papers/store/client.ts'
import { createQuestions } from '@daily-papers/store/create-questions.ts'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { readEnv } from './env.ts'
import { PARTIAL_SUCCESS } from './http/status.ts'
import { createPapersApi } from './papers-api.ts'
import { toRequest, toResult } from './transport/lambda.ts'

// Once per instance: the client keeps its connections, and the API its parsed documents, from request to request.
const env = readEnv()
const store = createQuestions(createClient({ endpoint: env.DYNAMODB_ENDPOINT }), env.TABLE_NAME)
const { SNAPSHOT_BUCKET: bucket, S3_ENDPOINT: endpoint } = env
const folder = join(tmpdir(), 'snapshot')
const api = createPapersApi({
  store,
  cachesResponses: true,
  snapshotWaitMs: 5_000,
  partialStatus: env.PARTIAL_STATUS === '200' ? 200 : PARTIAL_SUCCESS,
  hasDigest: env.HAS_DIGEST === 'true',
  ...(bucket && { snapshots: bucketPlace({ bucket, folder, endpoint }) }),
})

/** Answers one event of the HTTP API. */
export const handler = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> =>
  toResult(await api.handle(toRequest(event, env.PUBLIC_URL)))
