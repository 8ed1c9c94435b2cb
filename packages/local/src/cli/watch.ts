import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { watch as watchFolder } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { buildReader } from '@daily-papers/reader/build.ts'

const pages = fileURLToPath(new URL('./', import.meta.resolve('@daily-papers/reader/build.ts')))

/**
 * Runs the current command without `--watch` under Node's watch mode, which restarts it when a file it loads changes.
 * Node loads the built pages and not their sources, so these are built again when they change.
 */
export async function watch(signal: AbortSignal): Promise<number> {
  const [node, script = '', ...args] = process.argv as [string, ...string[]]
  const rest = args.filter(arg => arg !== '--watch')
  const child = spawn(node, ['--watch', '--watch-preserve-output', script, ...rest], { stdio: 'inherit' })
  watchFolder(pages, { recursive: true, persistent: false, signal }, (_, file) => {
    if (file?.startsWith('built')) return
    buildReader().catch(error => process.stderr.write(`the pages cannot be built: ${error.message}\n`))
  })
  signal.addEventListener('abort', () => child.kill())
  const [code] = await once(child, 'exit')
  return code ?? 1
}
