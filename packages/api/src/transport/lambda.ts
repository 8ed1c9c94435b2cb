import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import type { HttpRequest, HttpResponse } from '../http/message.ts'
import { bodyTooLarge } from '../http/refuse.ts'

/**
 * An HTTP API event (payload format 2.0) as a request. Its cookies are not looked at.
 * @param publicUrl where readers reach the API, when that is not the host name of the HTTP API
 */
export function toRequest(event: APIGatewayProxyEventV2, publicUrl?: string): HttpRequest {
  return {
    method: event.requestContext.http.method,
    origin: publicUrl ?? `https://${event.requestContext.domainName}`,
    path: event.rawPath,
    query: event.rawQueryString,
    headers: Object.fromEntries(
      Object.entries(event.headers).map(([name, value]) => [name.toLowerCase(), value]),
    ),
    requestId: event.requestContext.requestId,
    async readBody(maxBytes) {
      const body = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8')
      if (body.length > maxBytes) throw bodyTooLarge(maxBytes)
      return body
    },
  }
}

/** An answer as Lambda's result: compressed bytes go as base64, text as it is. */
export function toResult({ status, headers, body }: HttpResponse): APIGatewayProxyStructuredResultV2 {
  const isBytes = body instanceof Uint8Array && headers['content-encoding'] !== undefined
  const bytes = body instanceof Uint8Array ? Buffer.from(body.buffer, body.byteOffset, body.length) : null
  return {
    statusCode: status,
    headers,
    body: bytes ? bytes.toString(isBytes ? 'base64' : 'utf8') : String(body ?? ''),
    isBase64Encoded: isBytes,
  }
}
