import { createPapersApi } from '@daily-papers/api/api.ts'
import { anEvent } from '@daily-papers/api/testing/event.ts'
import { type RunningServer, startServer } from '@daily-papers/api/transport/node.ts'
import { serverAudits } from 'graphql-http'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { startFilledStore } from '../servers/filled-store.ts'

const filled = await startFilledStore()
const api = createPapersApi({ store: filled.store, log: () => undefined })
vi.stubEnv('TABLE_NAME', filled.tableName)
vi.stubEnv('DYNAMODB_ENDPOINT', filled.endpoint)
// It reads its environment once, when it is loaded.
const { handler } = await import('@daily-papers/api/handler.ts')
afterAll(() => filled.close())

/** Hands a request to the Lambda function as the HTTP API would, and gives its result as an answer. */
async function viaLambda(input: string, init: RequestInit = {}): Promise<Response> {
  const url = new URL(input)
  const body = init.body ? Buffer.from(String(init.body)).toString('base64') : undefined
  const event = anEvent(init.method ?? 'GET', {
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    headers: Object.fromEntries(new Headers(init.headers)),
    isBase64Encoded: body !== undefined,
    ...(body !== undefined && { body }),
  })
  const result = await handler(event)
  return new Response(result.body, {
    status: result.statusCode,
    headers: result.headers as Record<string, string>,
  })
}

test('there are 61 audits', () => {
  expect(serverAudits({ url: 'http://localhost' })).toHaveLength(61)
})

describe('over node:http', () => {
  let server: RunningServer
  beforeAll(async () => {
    server = await startServer({ api, port: 0 })
  })
  afterAll(() => server.close())

  for (const { id, name, fn } of serverAudits({ url: () => `${server.url}/graphql` })) {
    test(`${id} ${name}`, async () => expect(await fn()).toMatchObject({ status: 'ok' }))
  }
})

describe('through Lambda', () => {
  for (const { id, name, fn } of serverAudits({ url: 'http://api.invalid/graphql', fetchFn: viaLambda })) {
    test(`${id} ${name}`, async () => expect(await fn()).toMatchObject({ status: 'ok' }))
  }
})
