/** `pnpm mutate [package ...]`: mutation testing, package by package. Exit 1 if a package's score is below 85 %, or its run fails. */
import { spawnSync } from 'node:child_process'
import { modules } from './modules.ts'

const asked = process.argv.slice(2)
const unknown = asked.filter(name => !Object.hasOwn(modules, name))
if (unknown.length > 0) {
  process.stderr.write(
    `No modules of ${unknown.join(', ')} are listed. Listed are: ${Object.keys(modules).join(', ')}.\n`,
  )
  process.exit(1)
}
const below = (asked.length > 0 ? asked : Object.keys(modules)).filter(name => {
  process.stdout.write(`== ${name}\n`)
  const env = { ...process.env, MUTATED: name }
  return spawnSync('pnpm', ['exec', 'stryker', 'run'], { stdio: 'inherit', env }).status !== 0
})
if (below.length > 0) {
  process.stderr.write(`Below 85 %, or not run to the end: ${below.join(', ')}.\n`)
  process.exit(1)
}
