import type { Readable } from 'node:stream'
import { bodyTooLarge, httpRefusal } from '../http/refuse.ts'

/**
 * Reads a stream to its end, or throws REQUEST_TOO_LARGE at the chunk that exceeds `maxBytes`, leaving the rest
 * unread; `declaredBytes` is what the client announced, if it did.
 */
export function readStream(
  stream: Readable,
  maxBytes: number,
  declaredBytes: number | null,
): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>()
  if (declaredBytes !== null && declaredBytes > maxBytes) {
    reject(bodyTooLarge(maxBytes))
    return promise
  }
  const chunks: Buffer[] = []
  let length = 0
  const onData = (chunk: Buffer) => {
    length += chunk.length
    if (length > maxBytes) {
      stream.off('data', onData).pause()
      chunks.length = 0
      reject(bodyTooLarge(maxBytes))
    } else chunks.push(chunk)
  }
  // Too late for anybody to read, but no failure of ours either.
  const onCut = () => reject(httpRefusal(400, 'BAD_REQUEST', 'The connection ended before the body did.'))
  stream.on('data', onData).on('error', onCut).on('close', onCut)
  stream.on('end', () => {
    // Every stream closes: the error is not made for those that came to their end.
    stream.off('close', onCut)
    const [first] = chunks
    resolve(first && chunks.length === 1 ? first : Buffer.concat(chunks))
  })
  return promise
}
