import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { folderFeed } from '@daily-papers/ingest/folder-feed.ts'
import { type IngestSummary, ingest } from '@daily-papers/ingest/ingest.ts'
import { startEngine } from '@daily-papers/local/engine.ts'
import { createClient } from '@daily-papers/store/client.ts'
import { createTable } from '@daily-papers/store/create-table.ts'
import { createWriter } from '@daily-papers/store/writer.ts'
import type { TestProject } from 'vitest/node'
import { daysRecorded, hasRecordedDays, recordedDays } from '../testing/recorded.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The recorded days, all brought in once for all tests that only read; null without them. */
    recorded: { endpoint: string; tableName: string; summary: IngestSummary } | null
  }
}

const silent = { info() {}, warn() {}, error() {} }

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
  const store = createWriter(client, tableName, { owner: 'setup' })
  const summary = await ingest({ days: daysRecorded(), feed: folderFeed(recordedDays), store, log: silent })
  project.provide('recorded', { endpoint: engine.url, tableName, summary })
  return async () => {
    client.destroy()
    await engine.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}
