import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import type { Reading } from '@daily-papers/ingest/feed.ts'

/** What a run of the ingest read, of days that have entries. */
export interface StoredRun {
  at: string
  readings: Reading[]
}

/** A table as a release has written it. */
export interface StoredTable {
  /** In the order of time. */
  runs: StoredRun[]
  /** How many of the runs the items are of; the others continue the table. */
  stored: number
  items: Record<string, AttributeValue>[]
}

/** JSON by Brotli, whose window is wide enough to find that runs read almost the same. Bytes become base64. */
export function packed(table: StoredTable): Buffer {
  const text = JSON.stringify(table, (_, value) =>
    value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value,
  )
  const params = { [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_QUALITY]: 11 }
  return brotliCompressSync(text, { params })
}

export const unpacked = (bytes: Buffer): StoredTable =>
  JSON.parse(brotliDecompressSync(bytes).toString(), (_, value) =>
    typeof value?.base64 === 'string' ? Buffer.from(value.base64, 'base64') : value,
  )
