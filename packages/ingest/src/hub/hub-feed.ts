import type { Day } from '@daily-papers/papers/paper.ts'
import pRetry from 'p-retry'
import { type Feed, FeedError } from '../feed.ts'
import type { Log } from '../log.ts'
import { entriesIn, nextPage } from './hub-answer.ts'
import { isNotOpenYet } from './not-open.ts'
import { createPace, sleep as platformSleep, type Sleep } from './rate-limit.ts'

const USER_AGENT = 'daily-papers-graph/0.1 (self-hosted GraphQL API over Daily Papers)'
/** The most that one request may ask for; the default of 50 cuts busy days. */
const PAGE_SIZE = 100
/** Twenty times the busiest day seen: more is a paging loop. */
const MAX_PAGES = 20
const FIRST_BACKOFF_MS = 1_000
const LONGEST_BACKOFF_MS = 30_000
/** No route to the Hub, as without a network: asking again within seconds does not help. */
const UNREACHABLE = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'ENETUNREACH', 'EHOSTUNREACH'])

export interface HubOptions {
  /** For example `https://huggingface.co`. */
  baseUrl: string
  /** A Hub access token; it doubles the limit of 500 requests in 5 minutes. */
  token?: string | undefined
  fetch?: typeof fetch
  now?: () => number
  sleep?: Sleep
  /** From 0 to 1, for the jitter of the back-off. */
  random?: () => number
  log?: Log
  /** For one request, body included. */
  requestTimeoutMs?: number
  /** How often a failed request is repeated. */
  retries?: number
  /** The least time between the starts of two requests, for a backfill that leaves room to others. */
  minimumGapMs?: number
}

/**
 * The feed as the Hub serves it. A reading is the whole day or an error: never some of its pages.
 * Concurrent readings share one pace.
 */
export function hubFeed(options: HubOptions): Feed {
  const { baseUrl, token, log } = options
  const { fetch = globalThis.fetch, now = Date.now, sleep = platformSleep, random = Math.random } = options
  const { requestTimeoutMs = 20_000, retries = 5, minimumGapMs = 0 } = options
  const endpoint = new URL(`${baseUrl.replace(/\/+$/, '')}/api/daily_papers`)
  const headers = {
    accept: 'application/json',
    'user-agent': USER_AGENT,
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  }
  const pace = createPace({ minimumGapMs, now, sleep })

  async function request(url: URL, signal: AbortSignal | undefined) {
    const timeout = AbortSignal.timeout(requestTimeoutMs)
    try {
      const response = await fetch(url, {
        headers,
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      })
      pace.heed(response)
      return { response, body: await response.text() }
    } catch (cause) {
      signal?.throwIfAborted()
      const reason = timeout.aborted ? `nothing whole within ${requestTimeoutMs} ms` : brokenBecause(cause)
      throw new FeedError(`${url.origin} did not answer: ${reason}`, { retryable: true, cause })
    }
  }

  async function page(day: Day, url: URL, signal: AbortSignal | undefined) {
    const startedAt = now()
    const { response, body } = await request(url, signal)
    const { status, headers } = response
    const answer = { status, contentType: headers.get('content-type'), body }
    if (isNotOpenYet(answer, day, now())) return null
    const entries = entriesIn(answer)
    return { startedAt, entries, next: nextPage(headers.get('link'), url) }
  }

  async function pageWithRetries(day: Day, url: URL, signal: AbortSignal | undefined) {
    await pace.turn(signal)
    return pRetry(() => page(day, url, signal), {
      retries,
      signal,
      minTimeout: 0, // The waiting is done below, with full jitter and the injected sleep.
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
  }

  async function read(day: Day, signal: AbortSignal | undefined) {
    let readAt: string | null = null
    const entries: unknown[] = []
    let url = new URL(endpoint)
    url.search = new URLSearchParams({ date: day, limit: String(PAGE_SIZE) }).toString()
    for (let pages = 1; pages <= MAX_PAGES; pages++) {
      const answer = await pageWithRetries(day, url, signal)
      if (!answer) return { day, absent: 'not open yet' } as const
      readAt ??= new Date(answer.startedAt).toISOString()
      entries.push(...answer.entries)
      if (!answer.next) return { day, readAt, entries }
      url = answer.next
    }
    throw new FeedError(`the Hub names a next page after ${MAX_PAGES} pages`, { retryable: true })
  }

  return {
    async read(day, signal) {
      try {
        return await read(day, signal)
      } catch (error) {
        signal?.throwIfAborted()
        if (!(error instanceof FeedError)) throw error
        throw new FeedError(`${day}: ${error.message}`, { retryable: error.retryable, cause: error })
      }
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
