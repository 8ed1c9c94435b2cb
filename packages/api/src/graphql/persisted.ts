import { hash } from 'node:crypto'
import { refusal } from '@daily-papers/graph/errors.ts'
import { LRUCache } from 'lru-cache'
import { LIMITS } from '../http/limits.ts'
import { httpRefusal } from '../http/refuse.ts'
import type { GraphQLParams } from './params.ts'

/** Query texts by their SHA-256, kept by one instance only: a miss is normal, and clients then send the text. */
export type PersistedQueries = LRUCache<string, string>

/** At most `maxLength` characters in all, the longest unused dropped first. */
export function createPersistedQueries(maxLength = 1_000_000): PersistedQueries {
  return new LRUCache({ maxSize: maxLength, sizeCalculation: query => query.length + 64 })
}

function sha256Of(params: GraphQLParams): string | null {
  const persisted = params.extensions?.persistedQuery
  if (persisted === undefined || persisted === null) return null
  if (typeof persisted === 'object' && 'version' in persisted && 'sha256Hash' in persisted) {
    const { version, sha256Hash } = persisted
    if (version === 1 && typeof sha256Hash === 'string') return sha256Hash.toLowerCase()
  }
  throw httpRefusal(
    422,
    'BAD_REQUEST',
    '`extensions.persistedQuery` must be `{"version": 1, "sha256Hash": "…"}`, the hash in hexadecimal.',
  )
}

/**
 * The query text, by Apollo's protocol of automatic persisted queries: a text with its hash is cached, a hash alone is
 * looked up. An unknown hash is 200, because clients read the code from the body.
 */
export function resolveQuery(params: GraphQLParams, kept: PersistedQueries): string {
  const sha256 = sha256Of(params)
  if (sha256 === null) {
    if (params.query) return params.query
    throw httpRefusal(
      422,
      'BAD_REQUEST',
      'There is no query. Send `{"query": "…"}` by POST, or `?query=…` by GET.',
    )
  }
  if (params.query === null) {
    const query = kept.get(sha256)
    if (query !== undefined) return query
    // Clients recognise this error by exactly this message.
    throw refusal('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound')
  }
  if (hash('sha256', params.query, 'hex') !== sha256) {
    throw refusal(
      'BAD_USER_INPUT',
      '`sha256Hash` is not the hash of the query. Send the SHA-256 of its UTF-8 text.',
    )
  }
  if (params.query.length <= LIMITS.queryLength) kept.set(sha256, params.query)
  return params.query
}
