import { createPapersApi } from '@daily-papers/api/api.ts'
import { anEvent } from '@daily-papers/api/testing/event.ts'
import { startServer } from '@daily-papers/api/transport/node.ts'
import { vi } from 'vitest'
import { startFilledStore } from '../servers/filled-store.ts'

export type Send = (url: string, init?: RequestInit) => Promise<Response>

/** Starts the API behind node:http, and behind the Lambda function as the HTTP API would call it. */
export async function startTransports() {
  const filled = await startFilledStore()
  const api = createPapersApi({ store: filled.store, log: () => undefined })
  const server = await startServer({ api, port: 0 })
  vi.stubEnv('TABLE_NAME', filled.tableName)
  vi.stubEnv('DYNAMODB_ENDPOINT', filled.endpoint)
  // It reads its environment once, when it is loaded.
  const { handler } = await import('@daily-papers/api/handler.ts')

  const viaLambda: Send = async (input, init = {}) => {
    const url = new URL(input)
    const body = init.body ? Buffer.from(String(init.body)).toString('base64') : undefined
    const event = anEvent(init.method ?? 'GET', {
      rawPath: url.pathname,
      rawQueryString: url.search.slice(1),
      headers: Object.fromEntries(new Headers(init.headers)),
      isBase64Encoded: body !== undefined,
      ...(body !== undefined && { body }),
    })
    const { statusCode = 200, headers, body: text = '', isBase64Encoded } = await handler(event)
    const bytes = Buffer.from(text, isBase64Encoded ? 'base64' : 'utf8')
    const isEmpty = statusCode === 204 || statusCode === 304
    return new Response(isEmpty ? null : bytes, {
      status: statusCode,
      headers: headers as Record<string, string>,
    })
  }

  return {
    transports: [
      { name: 'over node:http', origin: server.url, send: fetch as Send },
      { name: 'through Lambda', origin: 'http://api.invalid', send: viaLambda },
    ],
    close: () => Promise.all([server.close(), filled.close()]),
  }
}
