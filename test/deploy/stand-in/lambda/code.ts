import { createHash } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import AdmZip from 'adm-zip'

const unpacked = new Map<string, string>()

/** The folder with what a zip holds, far from the repository and its packages. The same zip is unpacked once. */
export function unpack(zip: Buffer): string {
  const hash = createHash('sha256').update(zip).digest('hex')
  const folder = unpacked.get(hash) ?? mkdtempSync(join(tmpdir(), 'daily-papers-code-'))
  if (!unpacked.has(hash)) new AdmZip(zip).extractAllTo(folder)
  unpacked.set(hash, folder)
  return folder
}

export async function removeCode(): Promise<void> {
  for (const folder of unpacked.values()) await rm(folder, { recursive: true, force: true })
  unpacked.clear()
}
