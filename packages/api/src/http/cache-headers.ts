import { hash } from 'node:crypto'
import type { HttpRequest, HttpResponse } from './message.ts'

/** Default freshness of a response, in seconds. */
export const DEFAULT_MAX_AGE_SECONDS = 60

/** Cache hints from the resolvers. One object per request, in the context. */
export interface ResponseHints {
  /**
   * How long the response stays right, in seconds. Null: the default. Set it only when *everything* asked for is
   * settled.
   */
  maxAgeSeconds: number | null
  /** A `Server-Timing` header, for example `read-units;desc="12.5"`. */
  serverTiming: string | null
}

/** `Cache-Control` of a response. Responses with errors are never cached. */
export function cacheControl({
  errors,
  maxAgeSeconds,
}: {
  errors: boolean
  maxAgeSeconds: number | null
}): string {
  return errors ? 'no-store' : `public, max-age=${maxAgeSeconds ?? DEFAULT_MAX_AGE_SECONDS}`
}

/** A strong validator: the same bytes have the same tag on every instance. */
export function etagOf(body: string | Uint8Array): string {
  return `"${hash('sha256', body, 'base64url').slice(0, 27)}"`
}

const ENCODED = /-(gzip|zstd)"$/

/** The tag of the same bytes in an encoding. */
export const taggedFor = (etag: string, encoding: string): string => etag.replace(/"$/, `-${encoding}"`)

/** The same response, compressed or not. */
const isSame = (one: string, other: string): boolean =>
  one.replace(ENCODED, '"') === other.replace(ENCODED, '"')

/** Adds an ETag to a 200 response to GET, and turns it into a 304 if the client already has it. */
export function revalidate(request: HttpRequest, response: HttpResponse): HttpResponse {
  const { method, headers } = request
  if ((method !== 'GET' && method !== 'HEAD') || response.status !== 200 || response.body === null)
    return response
  if (response.headers['cache-control'] === 'no-store') return response
  const etag = response.headers.etag ?? etagOf(response.body)
  const known = headers['if-none-match']?.split(',').map(tag => tag.trim().replace(/^W\//, ''))
  const held = known?.find(tag => tag === '*' || isSame(tag, etag))
  if (held === undefined) return { ...response, headers: { ...response.headers, etag } }
  const { 'content-type': _type, 'content-encoding': _encoding, ...kept } = response.headers
  return { status: 304, headers: { ...kept, etag: held === '*' ? etag : held }, body: null }
}
