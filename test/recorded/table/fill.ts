/** The process that fills a table with each corpus. It says what it has filled, and serves the tables until it is let go. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEngine } from '@daily-papers/local/engine.ts'
import { folderPlace } from '@daily-papers/snapshot/folder.ts'
import { publishSnapshot } from '@daily-papers/snapshot/publish.ts'
import { createClient } from '@daily-papers/store/client.ts'
import { createCorpus } from '@daily-papers/store/corpus.ts'
import { createTable } from '@daily-papers/store/create-table.ts'
import { corpora } from '../../days/corpora.ts'
import { backfillWithEnds, type EndedBackfill } from './ended-backfill.ts'

/** A table of all days of a corpus and its snapshot, filled once for all tests that only read. */
export interface FilledTable {
  endpoint: string
  tableName: string
  backfill: EndedBackfill
  /** The folder where the snapshot is published. */
  snapshots: string
}

const dataDir = await mkdtemp(join(tmpdir(), 'daily-papers-days-'))
const engine = await startEngine(dataDir)
process.once('disconnect', async () => {
  await engine.stop()
  await rm(dataDir, { recursive: true, force: true })
  process.exit()
})
const client = createClient({ endpoint: engine.url })
const tables: Record<string, FilledTable> = {}
for (const corpus of corpora) {
  const tableName = corpus.name
  await createTable(client, tableName)
  const backfill = await backfillWithEnds(corpus, client, tableName)
  const snapshots = join(dataDir, 'snapshots', tableName)
  await publishSnapshot(createCorpus(client, tableName), folderPlace(snapshots), corpus.now)
  tables[tableName] = { endpoint: engine.url, tableName, backfill, snapshots }
}
client.destroy()
process.send?.(tables)
