import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { onTestFinished } from 'vitest'

const modules = fileURLToPath(new URL('../../node_modules', import.meta.url))
const documented = 'http://127.0.0.1:4000'

/** A fenced block: a file when it has a name, else lines for a shell. */
interface Block {
  language: string
  name: string | null
  text: string
}

/** The blocks of docs/clients.md by the section that they stand in. */
export async function documentedClients(): Promise<Map<string, Block[]>> {
  const page = await readFile(new URL('../../../docs/clients.md', import.meta.url), 'utf8')
  const sections = page.split(/^## /m).slice(1)
  return new Map(
    sections.map(section => [
      section.slice(0, section.indexOf('\n')),
      [...section.matchAll(/^```(\S+)(?: (\S+))?\n([\s\S]*?)^```$/gm)].map(
        ([, language = '', name = null, text = '']) => ({ language, name, text }),
      ),
    ]),
  )
}

/**
 * Does what a section says, in order, in a folder of its own where its packages are installed: writes its files, runs
 * its commands. Gives the folder and what each block of commands printed.
 * @throws when a command fails
 */
export async function follow(
  blocks: readonly Block[],
  url: string,
): Promise<{ folder: string; printed: string[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'client-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await symlink(modules, join(folder, 'node_modules'))
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }')
  const path = [dirname(process.execPath), join(modules, '.bin'), process.env.PATH].join(delimiter)
  const printed: string[] = []
  for (const { name, text } of blocks) {
    const ours = text.replaceAll(documented, url)
    if (name !== null) {
      await writeFile(join(folder, name), ours)
      continue
    }
    // What is installed is on the path; npx would look for it elsewhere too.
    const commands = ours.replaceAll(/^npx /gm, '')
    const { stdout } = await promisify(execFile)('sh', ['-e', '-c', commands], {
      cwd: folder,
      env: { ...process.env, PATH: path },
    }).catch(({ stdout, stderr }) => {
      throw new Error(`${commands}\n${stdout}${stderr}`)
    })
    printed.push(stdout)
  }
  return { folder, printed }
}
