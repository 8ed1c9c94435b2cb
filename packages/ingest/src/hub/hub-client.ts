import pRetry from 'p-retry'
import { FeedError } from '../feed.ts'
import type { Log } from '../log.ts'
import type { HubAnswer } from './hub-answer.ts'
import { createPace, sleep as platformSleep, type Sleep } from './rate-limit.ts'

const USER_AGENT = 'daily-papers-graph/0.1 (self-hosted GraphQL API over Daily Papers)'
const FIRST_BACKOFF_MS = 1_000
const LONGEST_BACKOFF_MS = 30_000
/** There is no route to the Hub, for example without a network. A retry within seconds does not help. */
const UNREACHABLE = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'ENETUNREACH', 'EHOSTUNREACH'])

export interface HubOptions {
  /** For example `https://huggingface.co`. */
  baseUrl: string
  /** A Hub access token. It doubles the limit of 500 requests in 5 minutes. */
  token?: string | undefined
  fetch?: typeof fetch
  now?: () => number
  sleep?: Sleep
  /** From 0 to 1, for the jitter of the back-off. */
  random?: () => number
  log?: Log
  /** Time limit of one request, body included. */
  requestTimeoutMs?: number
  /** How often a failed request is retried. */
  retries?: number
  /** The least time between the starts of two requests. A backfill sets it to leave room for others. */
  minimumGapMs?: number
}

/** Sends requests to the Hub within its limits. Concurrent requests share one pace. */
export interface HubClient {
  now: () => number
  /** An absolute URL of a path of the Hub. */
  url(path: string): URL
  /**
   * Reads one response. Retries what `read` throws if it is a retryable FeedError.
   * @param read is given the response, and when the request was sent
   */
  get<T>(
    url: URL,
    read: (answer: HubAnswer, startedAt: number) => T,
    signal: AbortSignal | undefined,
  ): Promise<T>
}

export function createHubClient(options: HubOptions): HubClient {
  const { baseUrl, token, log } = options
  const { fetch = globalThis.fetch, now = Date.now, sleep = platformSleep, random = Math.random } = options
  const { requestTimeoutMs = 20_000, retries = 5, minimumGapMs = 0 } = options
  const headers = {
    accept: 'application/json',
    'user-agent': USER_AGENT,
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  }
  const pace = createPace({ minimumGapMs, now, sleep })

  async function request(url: URL, signal: AbortSignal | undefined): Promise<HubAnswer> {
    const timeout = AbortSignal.timeout(requestTimeoutMs)
    try {
      const response = await fetch(url, {
        headers,
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      })
      pace.heed(response)
      const { status, headers: received } = response
      const [contentType, link] = [received.get('content-type'), received.get('link')]
      return { status, contentType, link, body: await response.text() }
    } catch (cause) {
      signal?.throwIfAborted()
      const reason = timeout.aborted ? `nothing whole within ${requestTimeoutMs} ms` : brokenBecause(cause)
      throw new FeedError(`${url.origin} did not answer: ${reason}`, { retryable: true, cause })
    }
  }

  return {
    now,
    url: path => new URL(`${baseUrl.replace(/\/+$/, '')}${path}`),
    async get(url, read, signal) {
      await pace.turn(signal)
      const attempt = async () => {
        const startedAt = now()
        return read(await request(url, signal), startedAt)
      }
      return pRetry(attempt, {
        retries,
        signal,
        minTimeout: 0, // p-retry cannot take the injected sleep, so `shouldRetry` waits, with full jitter.
        shouldRetry: async ({ error, attemptNumber }) => {
          if (!(error instanceof FeedError) || !error.retryable || isUnreachable(error)) return false
          const ceilingMs = Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** (attemptNumber - 1))
          const waitMs = Math.round(random() * ceilingMs)
          log?.warn('asking the Hub again', {
            url: url.href,
            attempt: attemptNumber,
            waitMs,
            reason: error.message,
          })
          await sleep(waitMs, signal)
          await pace.turn(signal)
          return true
        },
      })
    },
  }
}

const codeOf = (error: unknown): string | null =>
  error instanceof Error
    ? 'code' in error && typeof error.code === 'string'
      ? error.code
      : codeOf(error.cause)
    : null

const isUnreachable = (error: FeedError) => UNREACHABLE.has(codeOf(error) ?? '')

/** fetch hides the reason in `cause`. */
function brokenBecause(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const inner = error.cause instanceof Error ? error.cause.message : ''
  return [codeOf(error), inner || error.message].filter(Boolean).join(', ')
}
