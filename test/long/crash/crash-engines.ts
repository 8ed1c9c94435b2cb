import { join } from 'node:path'
import { startEngine } from '@daily-papers/local/engine.ts'
import { isAlive, readEngineFile } from '@daily-papers/local/engine-file.ts'
import { startDynoxide } from './dynoxide.ts'

/** An engine with files of its own, whose process can be killed. */
export interface CrashEngine {
  /** The settings by which the ingest command finds it. */
  env: Record<string, string>
  /** Its address while it runs; starts it if it does not. */
  url(): Promise<string>
  kill(): Promise<void>
  stop(): Promise<void>
}

/** The embedded engine. Killed, it is started and repaired by the next command that needs it. */
export async function embeddedEngine(dir: string): Promise<CrashEngine> {
  const started = await startEngine(dir)
  let engine = started
  return {
    env: { DATA_DIR: dir },
    async url() {
      engine = await startEngine(dir)
      return engine.url
    },
    async kill() {
      const record = readEngineFile(dir)
      if (record === null || record === 'unreadable' || !isAlive(record.pid)) return
      process.kill(record.pid, 'SIGKILL')
    },
    async stop() {
      await engine.stop()
      await started.stop()
    },
  }
}

/** dynoxide, started again as soon as it was killed. */
export async function dynoxideEngine(dir: string): Promise<CrashEngine> {
  const engine = await startDynoxide(join(dir, 'dynoxide.db'))
  return {
    env: { DYNAMODB_ENDPOINT: engine.url },
    url: async () => engine.url,
    async kill() {
      await engine.kill()
      await engine.start()
    },
    stop: () => engine.kill('SIGTERM'),
  }
}
