import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const ingest = fileURLToPath(import.meta.resolve('@daily-papers/local/ingest.ts'))

/** The ingest command as a process of its own. */
export interface IngestProcess {
  kill(): void
  hasEnded(): boolean
  /** The exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals>
  stdout(): string
  stderr(): string
}

export function startIngest(args: readonly string[], env: Record<string, string>): IngestProcess {
  const child = spawn(process.execPath, [ingest, ...args], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [stdout, stderr] = ['', '']
  child.stdout.setEncoding('utf8').on('data', text => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', text => {
    stderr += text
  })
  return {
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    kill: () => void child.kill('SIGKILL'),
    ended: once(child, 'close').then(([code, signal]) => code ?? signal),
    stdout: () => stdout,
    stderr: () => stderr,
  }
}
