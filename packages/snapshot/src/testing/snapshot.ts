import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@daily-papers/store/client.ts'
import { createCorpus } from '@daily-papers/store/corpus.ts'
import { publishSnapshot } from '../build/publish.ts'
import { openNewest, type Snapshot } from '../open/open.ts'
import { folderPlace } from '../places/folder.ts'

/**
 * The snapshot of a table, built at the first question and cached. It has its own client, so that its requests are
 * not counted.
 */
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
    // An open file stays readable although its folder is deleted.
    return await openNewest(place)
  } finally {
    client.destroy()
    await rm(folder, { recursive: true, force: true })
  }
}
