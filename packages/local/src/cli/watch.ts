import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** Runs the current command without `--watch` under Node's watch mode, which restarts it when a file it loads changes. */
export async function watch(signal: AbortSignal): Promise<number> {
  const [node, script = '', ...args] = process.argv as [string, ...string[]]
  const rest = args.filter(arg => arg !== '--watch')
  const child = spawn(node, ['--watch', '--watch-preserve-output', script, ...rest], { stdio: 'inherit' })
  signal.addEventListener('abort', () => child.kill())
  const [code] = await once(child, 'exit')
  return code ?? 1
}
