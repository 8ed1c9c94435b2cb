import type { HttpResponse } from './message.ts'

export const ALLOWED_METHODS = 'GET, HEAD, POST, OPTIONS'

/**
 * CORS: any page may read any response. The origin is `*`, never an echo, and credentials are never allowed.
 */
export const CORS_HEADERS: Readonly<Record<string, string>> = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'etag, retry-after, server-timing, x-request-id',
  'cross-origin-resource-policy': 'cross-origin',
}

/** The response to OPTIONS. Browsers cache it for at most a day. */
export function preflight(): HttpResponse {
  return {
    status: 204,
    headers: {
      allow: ALLOWED_METHODS,
      'access-control-allow-methods': ALLOWED_METHODS,
      // `*` covers every header but this one.
      'access-control-allow-headers': '*, authorization',
      'access-control-max-age': '86400',
    },
    body: null,
  }
}
