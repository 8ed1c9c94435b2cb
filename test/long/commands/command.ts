import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished } from 'vitest'

const entry = (name: string) => fileURLToPath(import.meta.resolve(`@daily-papers/local/${name}.ts`))

/** A folder for the embedded engine that goes when the test has ended. */
export async function dataDir(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'daily-papers-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true, maxRetries: 20 }))
  return dir
}

/** A command of the project that runs as a process of its own. */
export interface Running {
  child: ChildProcessByStdio<null, Readable, Readable>
  stdout(): string
  stderr(): string
  /** Resolves with the first line of stdout that matches. */
  line(pattern: RegExp, timeoutMs?: number): Promise<RegExpMatchArray>
  /** The exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals>
}

export type Command =
  | 'dev'
  | 'ingest'
  | 'backfill'
  | 'show'
  | 'rebuild'
  | 'forget'
  | 'snapshot'
  | 'export-history'
  | 'restore-history'

/** Starts a command of the project as pnpm would, without pnpm. */
export function start(command: Command, args: string[], env: Record<string, string>): Running {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, [entry(command), ...args], {
    env: { PATH, HOME, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [stdout, stderr] = ['', '']
  child.stdout.setEncoding('utf8').on('data', text => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', text => {
    stderr += text
  })
  const ended = once(child, 'close').then(([code, signal]) => code ?? signal)
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  return {
    child,
    stdout: () => stdout,
    stderr: () => stderr,
    ended,
    async line(pattern, timeout = 60_000) {
      const found = () => stdout.match(pattern)
      await Promise.race([
        expect.poll(found, { timeout, message: `${stdout}\n${stderr}` }).not.toBe(null),
        ended,
      ])
      const match = found()
      if (!match) throw new Error(`ended without ${pattern}:\n${stdout}\n${stderr}`)
      return match
    },
  }
}

export async function run(command: Command, args: string[], env: Record<string, string>) {
  const running = start(command, args, env)
  return { code: await running.ended, stdout: running.stdout(), stderr: running.stderr() }
}

/** Asks the API of a running `dev`. */
export async function query<T>(running: Running, text: string): Promise<T> {
  const [, url = ''] = await running.line(/^listening (http:.*)$/m)
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: text }),
  })
  const { data, errors } = (await answer.json()) as { data: T; errors?: unknown }
  if (errors) throw new Error(JSON.stringify(errors))
  return data
}
