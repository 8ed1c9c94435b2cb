/** The API's result of one document. */
export interface GraphAnswer {
  /** Null when there is no data at all. */
  data: unknown
  /** Each error set a part of the data to null, or all of it. */
  errors: readonly { message: string; extensions?: Record<string, unknown> | undefined }[]
  /** How long caches may keep the result, in seconds. */
  maxAgeSeconds: number
}

/** Runs one of this package's documents: in memory beside the API, or over HTTP from anywhere else. */
export type Ask = (
  document: string,
  variables: Record<string, unknown>,
  caller: Caller,
) => Promise<GraphAnswer>

/** Who sends the query. */
export interface Caller {
  /** Root of the public pages, without a slash at the end. */
  site: string
  /** Names the request in a log. */
  requestId: string
}

export interface AgentsRequest {
  method: string
  /** Path without the query string. */
  path: string
  /** Root of the public pages, without a slash at the end. Comes from the transport, never from the client. */
  origin: string
  /** Names in lower case. */
  headers: Readonly<Record<string, string | undefined>>
  requestId: string
  /** The whole body as text; empty when there is none. */
  body: string
  /** Aborts when the client no longer waits for the response. */
  signal?: AbortSignal
}

export interface AgentsResponse {
  status: number
  /** Names in lower case. */
  headers: Record<string, string>
  body: string
}

/** How tools and pages run queries, their clock, and where they report internal errors. */
export interface AgentsContext {
  ask: Ask
  /** Milliseconds since the epoch. */
  now: () => number
  /** Called with each error, because the response does not show it. */
  onError: (error: unknown, requestId: string) => void
}

/** Answers `/mcp`, `/llms.txt` and the Markdown of papers and days. */
export type Agents = (request: AgentsRequest) => Promise<AgentsResponse>
