import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { isText } from '../http/compress.ts'
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

/** A text of this length fits into Lambda's 6 MB, however much of it JSON escapes. */
const MOST_AS_TEXT = 1_500_000

/** An answer as Lambda's result: bytes go as base64, and so does a long text, because Lambda puts it into JSON once more. */
export function toResult({ status, headers, body }: HttpResponse): APIGatewayProxyStructuredResultV2 {
  const given = body ?? ''
  const bytes = Buffer.from(given)
  const isBase64Encoded = !(typeof given === 'string' || isText(headers)) || bytes.length > MOST_AS_TEXT
  return {
    statusCode: status,
    headers,
    body: bytes.toString(isBase64Encoded ? 'base64' : 'utf8'),
    isBase64Encoded,
  }
}
