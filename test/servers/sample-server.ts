import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Api } from '@daily-papers/api/api.ts'
import { createPapersApi } from '@daily-papers/api/papers-api.ts'
import { ingest } from '@daily-papers/ingest/ingest.ts'
import { sampleFeed } from '@daily-papers/ingest/sample.ts'
import { readEnv } from '@daily-papers/local/env.ts'
import { startSystem } from '@daily-papers/local/system.ts'
import { lastDays } from '@daily-papers/papers/days.ts'
import { folderPlace } from '@daily-papers/snapshot/folder.ts'
import { publishSnapshot } from '@daily-papers/snapshot/publish.ts'
import { createCorpus } from '@daily-papers/store/corpus.ts'
import { createQuestions } from '@daily-papers/store/create-questions.ts'
import { snapshotFolder } from '../../packages/local/src/snapshots/snapshot-folder.ts'

const now = () => Date.parse('2026-05-29T20:00:00Z')
const silent = { info() {}, warn() {}, error() {} }

interface SampleServer {
  url: string
  /** The same papers without a transport. */
  api: Api
  papers: number
  /** The settings under which other commands see the same papers. */
  environment: Record<string, string>
  close(): Promise<void>
}

/** The whole system on loopback over ten days of made-up papers, the newest 2026-05-29. */
export async function startSampleServer({
  papersPerDay,
}: {
  papersPerDay?: number
} = {}): Promise<SampleServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'sample-'))
  const env = readEnv({ DATA_DIR: dataDir, PORT: '0', TABLE_NAME: 'sample' })
  const system = await startSystem(env, now)
  const store = await system.database.writer('sample')
  const days = lastDays('2026-05-29', 10)
  // As if hourly runs had brought them in: a bot is told of all.
  const isHistory = () => false
  const { papers } = await ingest({
    days,
    isHistory,
    feed: sampleFeed({ now, ...(papersPerDay && { papersPerDay }) }),
    store,
    log: silent,
    now,
  })
  const corpus = createCorpus(system.database.client, 'sample')
  const place = folderPlace(snapshotFolder(env, 'sample'))
  await publishSnapshot(corpus, place, new Date(now()).toISOString())
  return {
    url: system.url,
    api: createPapersApi({
      store: createQuestions(system.database.client, 'sample'),
      snapshots: place,
      now,
      log: () => undefined,
    }),
    papers,
    environment: {
      DATA_DIR: dataDir,
      TABLE_NAME: 'sample',
      NOW: '2026-05-29T20:00:00Z',
      PUBLIC_URL: system.url,
    },
    async close() {
      await system.close()
      await rm(dataDir, { recursive: true, force: true, maxRetries: 20 })
    },
  }
}
