/**
 * The process of the embedded DynamoDB: `node engine-process.ts DATA_DIR`, started by `engine.ts`.
 * It ends when its parent asks for it or is gone, and no other client is connected.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { embeddedServer } from './embedded.ts'
import { databaseOf, readEngineFile, removeEngineFile, writeEngineFile } from './engine-file.ts'
import { isLocked } from './repair.ts'

/** What the engine sends to its parent process. */
export type EngineMessage =
  | { state: 'listening'; url: string }
  /** Another process has the database open. */
  | { state: 'locked' }
  /** It keeps running for other clients. */
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
  // dynalite throws when a client is killed during a request. Other clients go on.
  if ('code' in error && error.code === 'ECONNRESET') return
  process.stderr.write(`the embedded DynamoDB failed: ${error.stack ?? error.message}\n`)
  process.exit(1)
})

const server = await embeddedServer(path, readEngineFile(dataDir) === null).catch(error => {
  if (!isLocked(error)) throw error
  tell({ state: 'locked' })
  process.exit()
})
// Idle clients stay connected, so they count as users of the database.
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
