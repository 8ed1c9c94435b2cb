import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Code } from 'aws-cdk-lib/aws-lambda'
import { Stack } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'

/** Root of the repository, with a trailing slash. */
const repository = fileURLToPath(new URL('../../..', import.meta.url))

/** Large, rarely loaded packages that are copied beside a bundle: which files, by package name. */
export type Beside = Readonly<Record<string, readonly string[]>>

const bundles = new Map<string, string>()

/** The folder with an entry's bundle. It is built once per process and deleted when the process ends. */
function folderOf(entry: string, beside: Beside): string {
  const known = bundles.get(entry)
  if (known) return known
  const folder = mkdtempSync(join(tmpdir(), 'daily-papers-bundle-'))
  bundles.set(entry, folder)
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  execFileSync(process.execPath, [`${repository}infra/bin/bundle.ts`, entry, folder], { stdio: 'inherit' })
  const packages = join(repository, ...entry.split('/').slice(0, 2), 'node_modules')
  for (const [name, files] of Object.entries(beside)) {
    for (const file of files) {
      const options = { recursive: true, dereference: true }
      cpSync(join(packages, name, file), join(folder, 'node_modules', name, file), options)
    }
  }
  letEverybodyRead(folder)
  return folder
}

/** Lambda runs the code as another user and keeps the file modes of this machine. */
function letEverybodyRead(folder: string): void {
  for (const file of readdirSync(folder, { recursive: true, withFileTypes: true }))
    chmodSync(join(file.parentPath, file.name), file.isDirectory() ? 0o755 : 0o644)
}

/** The bundled code of a function, or the folder of its entry when bundling is off. */
export const bundledCode = (scope: Construct, entry: string, beside: Beside): Code =>
  Code.fromAsset(
    Stack.of(scope).bundlingRequired ? folderOf(entry, beside) : dirname(join(repository, entry)),
  )
