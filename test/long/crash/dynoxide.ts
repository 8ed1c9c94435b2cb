import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** The program of dynoxide, an engine nearer to AWS than the embedded one; null where it is not installed. */
export const dynoxide: string | null = find()

function find(): string | null {
  try {
    const manifest = createRequire(import.meta.url).resolve('@dynoxide/linux-x64/package.json')
    return join(dirname(manifest), 'dynoxide')
  } catch {
    return null
  }
}

export interface Dynoxide {
  url: string
  kill(signal?: NodeJS.Signals): Promise<void>
  /** Starts it again after a kill, with the same files at the same address. */
  start(): Promise<void>
}

/** Starts dynoxide in a process of its own. @param file where it keeps its data; in memory when absent */
export async function startDynoxide(file?: string): Promise<Dynoxide> {
  if (!dynoxide) throw new Error('dynoxide is not installed: it is there for Linux on x64 alone')
  const program = dynoxide
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  let child: ChildProcess
  const start = async (): Promise<void> => {
    const files = file === undefined ? [] : ['--db-path', file]
    child = spawn(program, ['serve', '--port', String(port), ...files], { stdio: 'ignore' })
    for (let looks = 0; looks < 200; looks++) {
      if (await fetch(url).then(Boolean, () => false)) return
      await sleep(25)
    }
    throw new Error('dynoxide does not answer')
  }
  await start()
  return {
    url,
    start,
    async kill(signal = 'SIGKILL') {
      const ended = once(child, 'exit')
      child.kill(signal)
      await ended
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port is free')
  return address.port
}
