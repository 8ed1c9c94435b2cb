import { readFile, writeFile } from 'node:fs/promises'
// Writes, or checks, the schema and the examples by being run.
import '@daily-papers/api/print-schema.ts'
import { buildReader } from '@daily-papers/reader/build.ts'
import { agentsPage } from './agents/agents-page.ts'
import { apiPage } from './api-page.ts'
import { costPage } from './cost/cost-page.ts'
import { graphTypes } from './graph-types.ts'
import { readerPage } from './reader-page.ts'

// The pages are made of what they ask.
await buildReader()
const root = new URL('../../', import.meta.url)
const sdl = await readFile(new URL('packages/api/schema.graphql', root), 'utf8')
const files = {
  'docs/agents.md': await agentsPage(new URL('docs/agents.md', root)),
  'docs/api.md': await apiPage(),
  'docs/cost.md': costPage(),
  'docs/reader.md': await readerPage(new URL('docs/reader.md', root)),
  'packages/agents/src/graph/introspection.d.ts': await graphTypes(sdl),
  'packages/reader/src/graph/introspection.d.ts': await graphTypes(sdl),
}

for (const [name, text] of Object.entries(files)) {
  const file = new URL(name, root)
  if (!process.argv.includes('--check')) {
    await writeFile(file, text)
  } else if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
    process.stderr.write(`${name} is out of date: run \`pnpm schema\` and commit it.\n`)
    process.exitCode = 1
  }
}
