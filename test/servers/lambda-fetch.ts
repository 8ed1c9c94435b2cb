import type { handler } from '@daily-papers/api/handler.ts'
import { anEvent } from '@daily-papers/api/testing/event.ts'

export type Send = (url: string | URL, init?: RequestInit) => Promise<Response>

/** `fetch` that calls a Lambda handler with the event that the HTTP API would send it. */
export const lambdaFetch =
  (answer: typeof handler): Send =>
  async (input, init = {}) => {
    const url = new URL(input)
    const body = init.body ? Buffer.from(String(init.body)).toString('base64') : undefined
    const event = anEvent(init.method ?? 'GET', {
      rawPath: url.pathname,
      rawQueryString: url.search.slice(1),
      headers: { host: url.host, ...Object.fromEntries(new Headers(init.headers)) },
      isBase64Encoded: body !== undefined,
      ...(body !== undefined && { body }),
    })
    const { statusCode = 200, headers, body: text = '', isBase64Encoded } = await answer(event)
    const bytes = Buffer.from(text, isBase64Encoded ? 'base64' : 'utf8')
    const isEmpty = statusCode === 204 || statusCode === 304
    return new Response(isEmpty ? null : bytes, {
      status: statusCode,
      headers: headers as Record<string, string>,
    })
  }
