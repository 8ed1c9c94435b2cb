import { readFile, writeFile } from 'node:fs/promises'
import { schema } from '@daily-papers/graph/schema.ts'
import { lexicographicSortSchema, printSchema } from 'graphql'
import { examplesModule } from './graphiql/print-examples.ts'

// `pnpm schema` writes what is made from the schema and the examples; with --check it fails when a file is out of date.
const files = {
  '../schema.graphql': `${printSchema(lexicographicSortSchema(schema))}\n`,
  './graphiql/examples.ts': await examplesModule(),
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
