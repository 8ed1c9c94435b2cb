import { readdir, readFile, writeFile } from 'node:fs/promises'
import { lexicographicSortSchema, printSchema } from 'graphql'
import { schema } from './schema.ts'

// `pnpm schema` writes what is derived from the schema and the examples; with --check it fails when a file is out of date.

const folder = new URL('../examples/', import.meta.url)

async function examplesModule(): Promise<string> {
  const names = (await readdir(folder)).filter(name => name.endsWith('.graphql')).sort()
  const entries = names.map(async name => {
    const query = await readFile(new URL(name, folder), 'utf8')
    const literal = query.replace(/[`\\]|\$\{/g, '\\$&')
    return `  {\n    name: '${name.replace('.graphql', '')}',\n    query: \`${literal}\`,\n  },\n`
  })
  return `// Made from ../examples by \`pnpm schema\`; do not edit.
import type { Example } from './graphiql.ts'

/** The operations that GraphiQL opens with, one a tab. */
export const examples: readonly Example[] = [
${(await Promise.all(entries)).join('')}]
`
}

const files = {
  '../schema.graphql': `${printSchema(lexicographicSortSchema(schema))}\n`,
  './examples.ts': await examplesModule(),
}

for (const [name, text] of Object.entries(files)) {
  const file = new URL(name, import.meta.url)
  if (!process.argv.includes('--check')) {
    await writeFile(file, text)
  } else if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
    process.stderr.write(
      `${name.slice(name.lastIndexOf('/') + 1)} is out of date: run \`pnpm schema\` and commit it.\n`,
    )
    process.exitCode = 1
  }
}
