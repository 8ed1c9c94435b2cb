/**
 * `node bystanders.ts URL`: idle connections, slow readers and writers, and bodies of 10 MB, which must be refused. A process of
 * its own, so that the one that measures is not held up. At any message it sends what went wrong, and exits.
 */
import { connect, type Socket } from 'node:net'
import { askLarge } from '../servers/ask.ts'

const IDLE = 500
const SLOW = 20
const TICK_MS = 1_000
const SPREAD_MS = 10_000
const LARGE_EVERY = 15

const url = process.argv[2] ?? ''
const port = Number(new URL(url).port)
const wrong: string[] = []
let ticks = 0
const open = (first: string, onTick?: (socket: Socket) => void) => {
  const socket = connect(port, '127.0.0.1', () => socket.write(first))
  const timer = setInterval(() => onTick?.(socket), TICK_MS)
  socket.on('error', () => undefined)
  socket.once('close', () => {
    clearInterval(timer)
    // The server closes whoever is too slow; another comes.
    setTimeout(() => open(first, onTick), TICK_MS)
  })
}
const writeSlowly = () =>
  open(
    'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n',
    socket => socket.write(' '),
  )
const readSlowly = () =>
  open('GET /schema.graphql HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(20), socket => socket.read(1_000))
// Spread over some seconds, because strangers do not all come at once, and are not all cut off at once.
const spread = (count: number, start: () => void) => {
  for (let i = 0; i < count; i++) setTimeout(start, (i * SPREAD_MS) / count)
}
spread(IDLE, () => open(''))
spread(SLOW, writeSlowly)
spread(SLOW, readSlowly)
setInterval(async () => {
  if (++ticks % LARGE_EVERY !== 0) return
  const status = await askLarge(url, { isChunked: ticks % 2 === 0 }).then(
    ({ status }) => status,
    // The server may close before all is sent.
    () => 413,
  )
  if (status !== 413) wrong.push(`10 MB: ${status}`)
}, TICK_MS)
process.once('message', () => process.send?.(wrong, () => process.exit(0)))
process.once('disconnect', () => process.exit())
