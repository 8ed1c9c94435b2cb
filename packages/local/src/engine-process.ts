/**
 * The embedded DynamoDB, a process of its own: `node engine-process.ts DATA_DIR`, started by `engine.ts`.
 * It lives as long as the channel to the process that started it, and then closes its database.
 */
import dynalite from 'dynalite'
import { databaseOf, readEngineFile, removeEngineFile, writeEngineFile } from './engine-file.ts'
import { isLocked, openAndRepair } from './repair.ts'

/** What the engine tells the process that started it. */
export type EngineMessage = { state: 'listening'; url: string } | { state: 'locked' }

const dataDir = process.argv[2]
if (!dataDir) throw new Error('usage: node engine-process.ts DATA_DIR')
const path = databaseOf(dataDir)

const tell = (message: EngineMessage) => process.send?.(message)

let stop: () => void = () => process.exit()
process.once('disconnect', () => stop())
process.once('SIGTERM', () => stop())
process.on('uncaughtException', error => {
  // dynalite throws when a client is killed in the middle of a request; the other clients go on.
  if ('code' in error && error.code === 'ECONNRESET') return
  process.stderr.write(`the embedded DynamoDB failed: ${error.stack ?? error.message}\n`)
  process.exit(1)
})

try {
  await openAndRepair(path, readEngineFile(dataDir) === null)
} catch (error) {
  if (!isLocked(error)) throw error
  tell({ state: 'locked' })
  process.exit()
}

const server = dynalite({ path, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 })
stop = () => {
  server.close(error => {
    if (!error) removeEngineFile(dataDir)
    process.exit(error ? 1 : 0)
  })
}

server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the embedded DynamoDB has no port')
  const url = `http://127.0.0.1:${address.port}`
  writeEngineFile(dataDir, { pid: process.pid, url, startedAt: new Date().toISOString() })
  tell({ state: 'listening', url })
})
