import { createHash } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'

/** As large as the feed's. */
const [WIDTH, HEIGHT] = [1200, 630]
const BYTES_A_ROW = WIDTH * 3

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(typed))
  return Buffer.concat([length, typed, sum])
}

/** Bytes that no compression makes fewer, the same in every run. */
const noise = (bytes: number): Buffer =>
  Buffer.concat(
    Array.from({ length: Math.ceil(bytes / 64) }, (_, i) => createHash('sha512').update(`${i}`).digest()),
  ).subarray(0, bytes)

/** A PNG of about `bytes` that a browser decodes: noise above, one colour below. */
export function picture(bytes: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(WIDTH, 0)
  header.writeUInt32BE(HEIGHT, 4)
  header.set([8, 2], 8) // 8 bits for each of red, green and blue
  const rows = Buffer.alloc(HEIGHT * (BYTES_A_ROW + 1), 0x80)
  noise(bytes).copy(rows)
  for (let row = 0; row < HEIGHT; row++) rows[row * (BYTES_A_ROW + 1)] = 0 // no filter
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
