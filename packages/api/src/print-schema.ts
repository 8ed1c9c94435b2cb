import { readFile, writeFile } from 'node:fs/promises'
import { lexicographicSortSchema, printSchema } from 'graphql'
import { examplesModule } from './print-examples.ts'
import { schema } from './schema.ts'

// `pnpm schema` writes what is made from the schema and the examples; with --check it fails when a file is out of date.
const files = {
  '../schema.graphql': `${printSchema(lexicographicSortSchema(schema))}\n`,
  './examples.ts': await examplesModule(),
}

for (const [name, text] of Object.entries(files)) {
  const file = new URL(name, import.meta.url)
  if (!process.argv.includes('--check')) {
    await writeFile(file, text)
  } else if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
    const shown = name.slice(name.lastIndexOf('/') + 1)
    process.stderr.write(`${shown} is out of date: run \`pnpm schema\` and commit it.\n`)
    process.exitCode = 1
  }
}
