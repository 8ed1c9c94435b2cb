import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { answer } from '../pages/answer.ts'
import { createClient } from '../subscriptions/client.ts'
import { readLinksEnv } from './env.ts'
import { logToStderr, toRequest, toResult } from './http.ts'

const env = readLinksEnv()
const table = { client: createClient(env.DYNAMODB_ENDPOINT), name: env.TABLE_NAME }

/** Answers the links of mails. It cannot send, and outlives the function that can. */
export const handler = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> =>
  toResult(await answer(toRequest(event), { table, now: Date.now }, null, logToStderr))
