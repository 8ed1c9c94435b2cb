import { readdir, readFile } from 'node:fs/promises'
import { basename } from 'node:path'

const FOLDER = new URL('../../examples/', import.meta.url)

/** The module `examples.ts`: the operations of `examples/`, in the order of their names, where a bundle finds them too. */
export async function examplesModule(folder: URL = FOLDER): Promise<string> {
  const names = (await readdir(folder)).filter(name => name.endsWith('.graphql')).sort()
  const entries = await Promise.all(
    names.map(async name => {
      const query = await readFile(new URL(name, folder), 'utf8')
      return `  { name: ${JSON.stringify(basename(name, '.graphql'))}, query: ${JSON.stringify(query)} },\n`
    }),
  )
  return `// Made from ../../examples by \`pnpm schema\`; do not edit.
import type { Example } from './example.ts'

/** The operations that GraphiQL offers. */
export const examples: readonly Example[] = [
${entries.join('')}]
`
}
