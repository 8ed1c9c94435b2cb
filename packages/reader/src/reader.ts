/** A document with its variables, as it is sent to the API. */
export interface Question {
  text: string
  /** SHA-256 of the text in hexadecimal, for automatic persisted queries. */
  sha256: string
}

export interface GraphAnswer {
  data?: unknown
  errors?: readonly { message: string; extensions?: Record<string, unknown> | undefined }[]
  /** How long caches may keep the response, in seconds. Null or absent: not at all. */
  maxAgeSeconds?: number | null
}

/** Runs a query: in memory beside the API, or over HTTP from anywhere else. */
export type Ask = (
  question: Question,
  variables: Record<string, unknown>,
  request: ReaderRequest,
) => Promise<GraphAnswer>

/** The request for a page. */
export interface ReaderRequest {
  /** Path without the query string, percent-encoded or not. */
  path: string
  /** Raw query string, without `?`. */
  query: string
  /** Root of the public pages, without a slash at the end. */
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
  /** Whether `/subscriptions` exists, so that lists can be mailed. */
  hasDigest?: boolean
  /** How long a page waits for the API, in milliseconds. */
  timeoutMs?: number
  /** Called with each error, because the page does not show it. */
  onError?: (error: unknown, request: ReaderRequest) => void
}

/** Answers a request for a page or one of its files. Any other path gets a page with status 404. */
export type Reader = (request: ReaderRequest) => Promise<ReaderResponse>
export type CreateReader = (options: ReaderOptions) => Reader
