import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { promisify } from 'node:util'

// Its compiler is a program of its own; the package says where it lies, or null where there is none.
const program: string | null = createRequire(import.meta.url)('relay-compiler')

export const hasRelayCompiler: boolean = program !== null

/**
 * Compiles a folder by its relay.config.json; what is made lies in `__generated__` beside the sources.
 * @throws with what the compiler says when it refuses
 */
export async function compileRelay(folder: string): Promise<void> {
  await promisify(execFile)(program ?? '', [], { cwd: folder }).catch(({ stdout, stderr }) => {
    throw new Error(`relay-compiler: ${stdout}${stderr}`)
  })
}
