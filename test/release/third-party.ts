/** `pnpm third-party` writes THIRD_PARTY.md: the packages that a deployment or `pnpm dev` runs. With --check it only compares. */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { thirdPartyPage } from './third-party-page.ts'

const file = new URL('../../THIRD_PARTY.md', import.meta.url)
const listed = execFileSync(
  'npx',
  ['-y', 'pnpm@12', '--filter', './packages/*', 'licenses', 'list', '--prod', '--json'],
  {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  },
)
const page = thirdPartyPage(JSON.parse(listed))
if (!process.argv.includes('--check')) writeFileSync(file, page)
else if (readFileSync(file, 'utf8') !== page) {
  process.stderr.write('THIRD_PARTY.md is not what is installed: run pnpm third-party\n')
  process.exitCode = 1
}
