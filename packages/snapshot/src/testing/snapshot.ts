import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@daily-papers/store/client.ts'
import { createCorpus } from '@daily-papers/store/corpus.ts'
import { publishSnapshot } from '../build/publish.ts'
import { openNewest, type Snapshot } from '../open/open.ts'
import { folderPlace } from '../places/folder.ts'

/** The snapshot of a table, made at the first question and kept; its requests are of a client of its own. */
export function snapshotOf(endpoint: string, tableName: string, builtAt: string): () => Promise<Snapshot> {
  let made: Promise<Snapshot> | undefined
  return () => {
    made ??= make(endpoint, tableName, builtAt)
    return made
  }
}

async function make(endpoint: string, tableName: string, builtAt: string): Promise<Snapshot> {
  const folder = await mkdtemp(join(tmpdir(), 'snapshot-'))
  const client = createClient({ endpoint })
  try {
    const place = folderPlace(folder)
    await publishSnapshot(createCorpus(client, tableName), place, builtAt)
    // Opened, it stays readable although its folder goes.
    return await openNewest(place)
  } finally {
    client.destroy()
    await rm(folder, { recursive: true, force: true })
  }
}
