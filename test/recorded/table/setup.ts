import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEngine } from '@daily-papers/local/engine.ts'
import { folderPlace } from '@daily-papers/snapshot/folder.ts'
import { publishSnapshot } from '@daily-papers/snapshot/publish.ts'
import { createClient } from '@daily-papers/store/client.ts'
import { createCorpus } from '@daily-papers/store/corpus.ts'
import { createTable } from '@daily-papers/store/create-table.ts'
import type { TestProject } from 'vitest/node'
import { hasRecordedDays } from '../days/recorded.ts'
import { backfillRecorded, type RecordedBackfill } from './recorded-backfill.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The recorded days, all brought in once for all tests that only read; null without them. */
    recorded: {
      endpoint: string
      tableName: string
      backfill: RecordedBackfill
      /** Where their snapshot is published. */
      snapshots: string
    } | null
  }
}

export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (!hasRecordedDays) {
    project.provide('recorded', null)
    return undefined
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'recorded-'))
  const engine = await startEngine(dataDir)
  const client = createClient({ endpoint: engine.url })
  const tableName = 'recorded'
  await createTable(client, tableName)
  const backfill = await backfillRecorded(client, tableName)
  const snapshots = join(dataDir, 'snapshots')
  await publishSnapshot(createCorpus(client, tableName), folderPlace(snapshots), '2026-05-30T08:00:00.000Z')
  project.provide('recorded', { endpoint: engine.url, tableName, backfill, snapshots })
  return async () => {
    client.destroy()
    await engine.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}
