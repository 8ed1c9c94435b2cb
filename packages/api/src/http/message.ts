/** A request as every transport hands it over: node:http, Lambda, or a test. */
export interface HttpRequest {
  method: string
  /** Where readers reach the API, without a slash at the end; from the transport, as a `Host` header is the client's to make up. */
  origin: string
  /** Path without the query string: `/graphql`. */
  path: string
  /** Raw query string, without `?`. */
  query: string
  /** Names in lower case. */
  headers: Readonly<Record<string, string | undefined>>
  /** Names the request in the log and to the client; given by the transport, never by the client. */
  requestId: string
  /** Reads the body; throws REQUEST_TOO_LARGE as soon as it is known to exceed `maxBytes`. */
  readBody(maxBytes: number): Promise<Buffer>
}

export interface HttpResponse {
  status: number
  /** Names in lower case. */
  headers: Record<string, string>
  body: string | Uint8Array | null
}

/** One event of the log: the names that Lambda filters by, then what there is to say. */
export interface LogEvent extends Readonly<Record<string, unknown>> {
  level: 'WARN' | 'ERROR'
  message: string
}

export type Log = (event: LogEvent) => void

/** As JSON on one line. Without a time Lambda would count it as information, whatever its level. */
export const logToStderr: Log = event => {
  process.stderr.write(`${JSON.stringify({ timestamp: new Date().toISOString(), ...event })}\n`)
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
