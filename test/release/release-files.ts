/** `pnpm release-files` writes what a release carries to .data/release: notes, schema, licences and a bill of materials. */
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { notesOf } from './notes.ts'

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const folder = at('.data/release')
const { version }: { version: string } = JSON.parse(readFileSync(at('package.json'), 'utf8'))

mkdirSync(folder, { recursive: true })
writeFileSync(`${folder}/notes.md`, notesOf(readFileSync(at('CHANGELOG.md'), 'utf8'), version))
copyFileSync(at('packages/api/schema.graphql'), `${folder}/schema.graphql`)
copyFileSync(at('THIRD_PARTY.md'), `${folder}/THIRD_PARTY.md`)
const sbom = [
  '--filter',
  './packages/*',
  'sbom',
  '--sbom-format',
  'cyclonedx',
  '--prod',
  '--out',
  `${folder}/sbom.cdx.json`,
]
execFileSync('npx', ['-y', 'pnpm@12', ...sbom], { stdio: 'inherit' })
process.stdout.write(`the files of ${version} are in ${folder}\n`)
