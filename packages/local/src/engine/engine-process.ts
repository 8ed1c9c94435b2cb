/**
 * The embedded DynamoDB, a process of its own: `node engine-process.ts DATA_DIR`, started by `engine.ts`.
 * It lives until the process that started it asks it to stop or is gone, and nobody else is connected.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { embeddedServer } from './embedded.ts'
import { databaseOf, readEngineFile, removeEngineFile, writeEngineFile } from './engine-file.ts'
import { isLocked } from './repair.ts'

/** What the engine tells the process that started it. */
export type EngineMessage =
  | { state: 'listening'; url: string }
  /** Another process has the database open. */
  | { state: 'locked' }
  /** Asked to stop, it goes on for others that are connected. */
  | { state: 'kept' }

const dataDir = process.argv[2]
if (!dataDir) throw new Error('usage: node engine-process.ts DATA_DIR')
const path = databaseOf(dataDir)

const tell = (message: EngineMessage) => process.connected && process.send?.(message)

let stop: () => void = () => process.exit()
let stopWhenUnused = stop
process.once('message', () => stopWhenUnused())
process.once('disconnect', () => stopWhenUnused())
process.once('SIGTERM', () => stop())
process.on('uncaughtException', error => {
  // dynalite throws when a client is killed in the middle of a request; the other clients go on.
  if ('code' in error && error.code === 'ECONNRESET') return
  process.stderr.write(`the embedded DynamoDB failed: ${error.stack ?? error.message}\n`)
  process.exit(1)
})

const server = await embeddedServer(path, readEngineFile(dataDir) === null).catch(error => {
  if (!isLocked(error)) throw error
  tell({ state: 'locked' })
  process.exit()
})
// An idle client stays connected, so that it counts as one that uses the database.
server.keepAliveTimeout = server.headersTimeout = server.requestTimeout = 0
stop = () => {
  stop = () => {}
  setTimeout(() => server.closeAllConnections(), 1_000)
  server.close(error => {
    if (!error) removeEngineFile(dataDir)
    process.exit(error ? 1 : 0)
  })
}
const connections = promisify(server.getConnections.bind(server))
stopWhenUnused = async () => {
  for (let looks = 1; (await connections()) > 0; looks++) {
    if (looks === 5) tell({ state: 'kept' })
    await sleep(50)
  }
  stop()
}

server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the embedded DynamoDB has no port')
  const url = `http://127.0.0.1:${address.port}`
  writeEngineFile(dataDir, { pid: process.pid, url, startedAt: new Date().toISOString() })
  tell({ state: 'listening', url })
})
