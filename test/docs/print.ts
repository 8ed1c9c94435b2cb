import { readFile, writeFile } from 'node:fs/promises'
// Writes, or checks, the schema and the examples by being run.
import '@daily-papers/api/print-schema.ts'
import { apiPage } from './api-page.ts'

const file = new URL('../../docs/api.md', import.meta.url)
const page = await apiPage()

if (!process.argv.includes('--check')) {
  await writeFile(file, page)
} else if ((await readFile(file, 'utf8').catch(() => '')) !== page) {
  process.stderr.write('docs/api.md is out of date: run `pnpm schema` and commit it.\n')
  process.exitCode = 1
}
