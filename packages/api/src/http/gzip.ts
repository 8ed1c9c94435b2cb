import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { HttpRequest } from './message.ts'

/** Below this, compressing saves no packet. */
export const COMPRESSED_BYTES = 1_400

export const compress = promisify(gzip)

export const acceptsGzip = ({ headers }: HttpRequest): boolean =>
  /(^|,)\s*gzip\s*(,|$|;\s*q=(1|0\.\d*[1-9]))/.test(headers['accept-encoding'] ?? '')
