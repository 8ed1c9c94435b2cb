import { createPapersApi } from '@daily-papers/api/papers-api.ts'
import { startServer } from '@daily-papers/api/transport/node.ts'
import { vi } from 'vitest'
import { startFilledStore } from '../servers/filled-store.ts'
import { lambdaFetch, type Send } from '../servers/lambda-fetch.ts'

export type { Send } from '../servers/lambda-fetch.ts'

/** Starts the API behind node:http, and behind the Lambda function as the HTTP API would call it. */
export async function startTransports() {
  const filled = await startFilledStore()
  const api = createPapersApi({ store: filled.store, log: () => undefined })
  const server = await startServer({ api, port: 0 })
  vi.stubEnv('TABLE_NAME', filled.tableName)
  vi.stubEnv('DYNAMODB_ENDPOINT', filled.endpoint)
  // It reads its environment once, when it is loaded.
  const { handler } = await import('@daily-papers/api/handler.ts')

  return {
    transports: [
      { name: 'over node:http', origin: server.url, send: fetch as Send },
      { name: 'through Lambda', origin: 'http://api.invalid', send: lambdaFetch(handler) },
    ],
    close: () => Promise.all([server.close(), filled.close()]),
  }
}
