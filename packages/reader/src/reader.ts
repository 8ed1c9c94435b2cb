/** One document of a page, as it goes to the graph. */
export interface Question {
  text: string
  /** SHA-256 of the text in hexadecimal, for automatic persisted queries. */
  sha256: string
}

export interface GraphAnswer {
  data?: unknown
  errors?: readonly { message: string; extensions?: Record<string, unknown> | undefined }[]
  /** How long the answer may be kept, in seconds; null or absent: not at all. */
  maxAgeSeconds?: number | null
}

/** Asks the graph: in memory beside the API, or over HTTP from anywhere else. */
export type Ask = (
  question: Question,
  variables: Record<string, unknown>,
  request: ReaderRequest,
) => Promise<GraphAnswer>

/** What a page needs to know of the request for it. */
export interface ReaderRequest {
  /** Path without the query string, percent-encoded or not. */
  path: string
  /** Raw query string, without `?`. */
  query: string
  /** Where people reach the pages, without a slash at the end. */
  origin: string
  /** Names the request in a log. */
  requestId: string
}

export interface ReaderResponse {
  status: number
  /** Names in lower case. */
  headers: Record<string, string>
  body: string | Uint8Array
}

export interface ReaderOptions {
  ask: Ask
  /** Milliseconds since the epoch. */
  now?: () => number
  /** Whether `/subscriptions` is answered, so that lists can be mailed. */
  hasDigest?: boolean
  /** How long a page waits for the graph, in milliseconds. */
  timeoutMs?: number
  /** Told of what failed, which the page does not say. */
  onError?: (error: unknown, request: ReaderRequest) => void
}

/** Answers a request for a page or one of its files; what is no page gets the page that says so, with 404. */
export type Reader = (request: ReaderRequest) => Promise<ReaderResponse>
export type CreateReader = (options: ReaderOptions) => Reader
