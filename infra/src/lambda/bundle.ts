import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Code } from 'aws-cdk-lib/aws-lambda'
import { Stack } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'

/** Of the repository, with a slash at its end. */
const repository = fileURLToPath(new URL('../../..', import.meta.url))

/** Packages that lie beside a bundle, not in it, by name, and which of their files do: large ones that are rarely loaded. */
export type Beside = Readonly<Record<string, readonly string[]>>

const bundles = new Map<string, string>()

/** The folder with the bundle of an entry, made once a process, which takes it away when it ends. */
function folderOf(entry: string, beside: Beside): string {
  const known = bundles.get(entry)
  if (known) return known
  const folder = mkdtempSync(join(tmpdir(), 'daily-papers-bundle-'))
  bundles.set(entry, folder)
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  execFileSync(process.execPath, [`${repository}infra/bin/bundle.ts`, entry, folder], { stdio: 'inherit' })
  const packages = join(repository, dirname(dirname(entry)), 'node_modules')
  for (const [name, files] of Object.entries(beside)) {
    for (const file of files) {
      const options = { recursive: true, dereference: true }
      cpSync(join(packages, name, file), join(folder, 'node_modules', name, file), options)
    }
  }
  letEverybodyRead(folder)
  return folder
}

/** Lambda runs code as another user, with the modes of the archive, which are those of this machine. */
function letEverybodyRead(folder: string): void {
  for (const file of readdirSync(folder, { recursive: true, withFileTypes: true }))
    chmodSync(join(file.parentPath, file.name), file.isDirectory() ? 0o755 : 0o644)
}

/** The code of a function, bundled; where bundling is switched off, the folder of its entry. */
export const bundledCode = (scope: Construct, entry: string, beside: Beside): Code =>
  Code.fromAsset(
    Stack.of(scope).bundlingRequired ? folderOf(entry, beside) : dirname(join(repository, entry)),
  )
