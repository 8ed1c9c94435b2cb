import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { isAlive, readEngineFile } from './engine-file.ts'
import type { EngineMessage } from './engine-process.ts'

/** A running embedded DynamoDB. */
export interface Engine {
  url: string
  /** False when another process started it and will stop it. */
  owned: boolean
  /** Resolves when an owned engine has ended, expected or not. */
  ended: Promise<unknown>
  /** Ends an owned engine unless other processes use it. Leaves another process's engine alone. */
  stop(): Promise<void>
}

const PROCESS = fileURLToPath(new URL('./engine-process.ts', import.meta.url))

/**
 * The engine of a data folder: the one that runs, or a new one. It repairs a database that was not closed cleanly.
 * @throws when another process locks the database for `waitMs`
 */
export async function startEngine(dataDir: string, { waitMs = 60_000, sleep = delay } = {}): Promise<Engine> {
  // An engine that starts, stops or repairs locks its database for a while.
  for (let waited = 0; waited < waitMs; waited += 250) {
    const engine = (await joinEngine(dataDir)) ?? (await spawnEngine(dataDir))
    if (engine) return engine
    await sleep(250)
  }
  throw new Error(
    `another process uses the database in ${dataDir}: end it, or set DATA_DIR to another folder`,
  )
}

/** The engine that runs for a data folder, if it answers. */
async function joinEngine(dataDir: string): Promise<Engine | null> {
  const record = readEngineFile(dataDir)
  if (record === null || record === 'unreadable' || !isAlive(record.pid)) return null
  const { url } = record
  // An open connection keeps the engine alive when its parent leaves.
  const { hostname, port } = new URL(url)
  const hold = connect(Number(port), hostname).on('error', () => {})
  hold.unref()
  try {
    const answer = await fetch(url, { headers: { connection: 'close' }, signal: AbortSignal.timeout(2_000) })
    if (!(await answer.text()).startsWith('healthy: dynamodb')) throw new Error('not an engine')
  } catch {
    hold.destroy()
    return null
  }
  const stop = async () => void hold.destroy()
  return { url, owned: false, ended: new Promise(() => {}), stop }
}

/** Null when another process has the database open. */
async function spawnEngine(dataDir: string): Promise<Engine | null> {
  // Detached, because a signal to the process group must not end it before its parent.
  const child = spawn(process.execPath, [PROCESS, dataDir], {
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const ended = new Promise<null>(resolve => {
    child.once('exit', () => resolve(null))
    child.on('error', () => resolve(null)) // also of a message to a process that has just ended
  })
  const message = await Promise.race([nextMessage(child), ended])
  if (message === null) throw new Error(`the embedded DynamoDB did not start; its files are in ${dataDir}`)
  if (message.state !== 'listening') return null
  const stop = async () => {
    if (child.connected) child.send('stop')
    await Promise.race([nextMessage(child), ended])
    if (child.connected) child.disconnect()
    child.unref()
  }
  return { url: message.url, owned: true, ended, stop }
}

async function nextMessage(child: ChildProcess): Promise<EngineMessage> {
  const [message] = await once(child, 'message')
  return message
}
