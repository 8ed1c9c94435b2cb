import { FeedError } from '../feed.ts'

/** A complete response of the Hub. */
export interface HubAnswer {
  status: number
  contentType: string | null
  /** The `Link` header. */
  link: string | null
  body: string
}

/** Statuses below 500 that a retry may help. */
const NOT_NOW = new Set([408, 425, 429])

/**
 * The entries of one page of the feed.
 * @throws FeedError when the response is not a JSON array; the message shows its beginning
 */
export function entriesIn(answer: HubAnswer): unknown[] {
  checkStatus(answer)
  const value = jsonIn(answer)
  if (Array.isArray(value)) return value
  throw new FeedError(`the Hub did not answer with a list of papers: ${shown(answer)}`, { retryable: true })
}

/** @throws FeedError when the status is not a success; the message shows the response's beginning */
export function checkStatus(answer: HubAnswer): void {
  const { status } = answer
  if (status < 200 || status > 299) {
    const hint = status === 401 || status === 403 ? '; is HF_TOKEN valid?' : ''
    throw new FeedError(`the Hub answered ${shown(answer)}${hint}`, {
      retryable: NOT_NOW.has(status) || status >= 500,
    })
  }
}

/** @throws FeedError when the body is not JSON, or is cut */
export function jsonIn(answer: HubAnswer): unknown {
  try {
    return JSON.parse(answer.body)
  } catch (cause) {
    throw new FeedError(`the Hub did not answer with complete JSON: ${shown(answer)}`, {
      retryable: true,
      cause,
    })
  }
}

/** For example `503 text/html: <!doctype html> <title>…`. */
export function shown({ status, contentType, body }: HubAnswer): string {
  const start = body.slice(0, 400).replace(/\s+/g, ' ').trim().slice(0, 80)
  return `${status} ${contentType?.split(';')[0] ?? 'without a content type'}: ${start || '(nothing)'}`
}

/**
 * The URL of the next page that a `Link` header names; null on the last page.
 * @throws FeedError when it is on another origin, where a token must not go.
 */
export function nextPage(link: string | null, current: URL): URL | null {
  for (const [, target = '', parameters = ''] of (link ?? '').matchAll(/<([^>]*)>([^,]*)/g)) {
    if (!/;\s*rel="?next"?/i.test(parameters)) continue
    const next = URL.parse(target, current.href)
    if (next?.origin === current.origin) return next
    throw new FeedError(
      `the Hub names a next page that is not on ${current.origin}: ${target.slice(0, 80)}`,
      {
        retryable: false,
      },
    )
  }
  return null
}
