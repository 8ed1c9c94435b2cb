/** What the graph answered to one document. */
export interface GraphAnswer {
  /** Null when the graph answered nothing at all. */
  data: unknown
  /** Each left a part of the data null, or all of it. */
  errors: readonly { message: string; extensions?: Record<string, unknown> | undefined }[]
  /** How long the answer stays right, in seconds. */
  maxAgeSeconds: number
}

/** Asks the graph one of this package's documents: in memory beside the API, or over HTTP from anywhere else. */
export type Ask = (
  document: string,
  variables: Record<string, unknown>,
  caller: Caller,
) => Promise<GraphAnswer>

/** For whom the graph is asked. */
export interface Caller {
  /** Where people reach the pages, without a slash at the end. */
  site: string
  /** Names the request in a log. */
  requestId: string
}

export interface AgentsRequest {
  method: string
  /** Path without the query string. */
  path: string
  /** Where people reach the pages, without a slash at the end. From the transport, never from the client. */
  origin: string
  /** Names in lower case. */
  headers: Readonly<Record<string, string | undefined>>
  requestId: string
  /** The whole body as text; empty when there is none. */
  body: string
  /** Aborts when nobody waits for the response any more. */
  signal?: AbortSignal
}

export interface AgentsResponse {
  status: number
  /** Names in lower case. */
  headers: Record<string, string>
  body: string
}

export interface AgentsOptions {
  ask: Ask
  /** Milliseconds since the epoch. */
  now: () => number
  /** Called with what failed, which the response does not say. */
  onError: (error: unknown, requestId: string) => void
}

/** Answers `/mcp`, `/llms.txt` and the Markdown of papers and days. */
export type Agents = (request: AgentsRequest) => Promise<AgentsResponse>
