import { createContext } from '@daily-papers/graph/context.ts'
import { schema } from '@daily-papers/graph/schema.ts'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { createYoga } from 'graphql-yoga'
import { openStore } from './store.ts'

const store = openStore()
const context = () => createContext({ store, now: Date.now, origin: 'https://papers.example.org' })
const yoga = createYoga({ schema, context, logging: false })

/** Yoga as its guide for Lambda sets it up. */
export async function handler({ body, headers, rawPath, requestContext }: APIGatewayProxyEventV2) {
  const init = { method: requestContext.http.method, headers: headers as Record<string, string>, body }
  const response = await yoga.fetch(`http://localhost${rawPath}`, init as RequestInit)
  return { statusCode: response.status, body: await response.text() }
}
