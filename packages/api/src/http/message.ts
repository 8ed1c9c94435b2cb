/** A request, the same from every transport: node:http, Lambda, or a test. */
export interface HttpRequest {
  method: string
  /**
   * The API's public address, without a slash at the end. It comes from the transport, because a client can forge
   * `Host`.
   */
  origin: string
  /** Path without the query string: `/graphql`. */
  path: string
  /** Raw query string, without `?`. */
  query: string
  /** Names in lower case. */
  headers: Readonly<Record<string, string | undefined>>
  /** The request's id in the log and for the client. The transport makes it, never the client. */
  requestId: string
  /** Reads the body. Throws REQUEST_TOO_LARGE as soon as it exceeds `maxBytes`. */
  readBody(maxBytes: number): Promise<Buffer>
}

export interface HttpResponse {
  status: number
  /** Names in lower case. */
  headers: Record<string, string>
  body: string | Uint8Array | null
}

export function jsonResponse(
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): HttpResponse {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(body),
  }
}
