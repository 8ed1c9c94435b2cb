import { readFile, writeFile } from 'node:fs/promises'
// Writes, or checks, the schema and the examples by being run.
import '@daily-papers/api/print-schema.ts'
import { apiPage } from './api-page.ts'
import { costPage } from './cost/cost-page.ts'

const pages = { 'api.md': await apiPage(), 'cost.md': costPage() }

for (const [name, page] of Object.entries(pages)) {
  const file = new URL(`../../docs/${name}`, import.meta.url)
  if (!process.argv.includes('--check')) {
    await writeFile(file, page)
  } else if ((await readFile(file, 'utf8').catch(() => '')) !== page) {
    process.stderr.write(`docs/${name} is out of date: run \`pnpm schema\` and commit it.\n`)
    process.exitCode = 1
  }
}
