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

/**
 * Entries that one process bundles, because starting a process takes longer than a bundle. It bundles the digest's even if the
 * stage has no digest. Any other entry gets a process of its own.
 */
const together = [
  'infra/functions/check-version/handler.ts',
  'infra/functions/probe-handler.ts',
  'packages/api/src/handler.ts',
  'packages/digest/src/lambda/digest-handler.ts',
  'packages/digest/src/lambda/links-handler.ts',
  'packages/ingest/src/lambda/handler.ts',
  'packages/snapshot/src/build/handler.ts',
  'packages/snapshot/src/history/handler.ts',
]

/** The folder of each bundle. */
const bundles = new Map<string, string>()
process.once('exit', () => {
  for (const folder of bundles.values()) rmSync(folder, { recursive: true, force: true })
})
/** Entries whose bundle is complete. */
const complete = new Set<string>()

/** Bundles an entry and those that belong together with it. The folders are deleted when the process ends. */
function bundle(entry: string): string {
  const known = bundles.get(entry)
  if (known) return known
  const folders = (together.includes(entry) ? together : [entry]).map(each => {
    const folder = mkdtempSync(join(tmpdir(), 'daily-papers-bundle-'))
    bundles.set(each, folder)
    return [each, folder]
  })
  execFileSync(process.execPath, [`${repository}infra/bin/bundle.ts`, ...folders.flat()], {
    stdio: 'inherit',
  })
  return bundle(entry)
}

/** The folder with an entry's bundle and what is copied beside it. */
function folderOf(entry: string, beside: Beside): string {
  const folder = bundle(entry)
  if (complete.has(entry)) return folder
  complete.add(entry)
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
