import { fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** The file that names the filled tables, once they are filled. */
    tablesFile: string
  }
}

/** Begins to fill the tables. It takes minutes, in which other tests run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'daily-papers-tables-'))
  const file = join(folder, 'tables.json')
  const filling = fork(new URL('fill.ts', import.meta.url))
  const write = async (content: object) => {
    await writeFile(`${file}.new`, JSON.stringify(content))
    await rename(`${file}.new`, file)
  }
  filling.once('message', tables => void write({ tables }))
  // Without a file the tests would wait for ever, however the process ended.
  const ended = once(filling, 'exit').then(async ([code, signal]) => {
    if (!existsSync(file))
      await write({ failed: `the tables are not filled: fill.ts ended with ${code ?? signal}` })
  })
  project.provide('tablesFile', file)
  return async () => {
    if (filling.connected) filling.disconnect()
    await ended
    await rm(folder, { recursive: true, force: true })
  }
}
