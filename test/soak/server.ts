/** The system in one process: a Hub that grows, an hour of the ingest every few seconds, a snapshot a day, and the server. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createPapersApi } from '@daily-papers/api/papers-api.ts'
import { startServer } from '@daily-papers/api/transport/node.ts'
import { hubFeed } from '@daily-papers/ingest/hub-feed.ts'
import { ingest } from '@daily-papers/ingest/ingest.ts'
import { daysToRefresh } from '@daily-papers/ingest/schedule.ts'
import { startEngine } from '@daily-papers/local/engine.ts'
import { runSnapshotJob } from '@daily-papers/local/snapshot-job.ts'
import { addDays, dayOf, HOUR_MS } from '@daily-papers/papers/days.ts'
import { buildReader } from '@daily-papers/reader/build.ts'
import { folderPlace } from '@daily-papers/snapshot/folder.ts'
import { createClient } from '@daily-papers/store/client.ts'
import { createQuestions } from '@daily-papers/store/create-questions.ts'
import { createTable } from '@daily-papers/store/create-table.ts'
import { createWriter } from '@daily-papers/store/writer.ts'
import { corpusOf, generateDays } from '../days/generated/generated.ts'
import { startHub } from '../days/hub/hub.ts'
import { memoryInUse } from '../servers/memory.ts'

const START = '2026-01-05'
/** Between two runs of the ingest, each an hour of simulated time after the other. */
const PAUSE_MS = 60_000
const TABLE = 'soak'

const days = generateDays(1, [[addDays(START, -30), addDays(START, 60)]], 20)
let now = Date.parse(START) + 20 * HOUR_MS
const instant = () => new Date(now).toISOString()
const corpus = corpusOf(days, { now: instant(), monday: START })
const hub = await startHub(corpus, { now: instant(), growth: true })
const folder = await mkdtemp(join(tmpdir(), 'soak-'))
const [engine] = await Promise.all([startEngine(folder), buildReader()])
const client = createClient({ endpoint: engine.url })
await createTable(client, TABLE)
const snapshots = join(folder, 'snapshots')
// As `pnpm dev` serves it: every request is executed.
const api = createPapersApi({
  store: createQuestions(client, TABLE),
  snapshots: folderPlace(snapshots),
  now: () => now,
  log: () => undefined,
})

const log = { info() {}, warn() {}, error() {} }
async function run(asked?: string[]): Promise<void> {
  const writer = createWriter(client, TABLE, { owner: 'soak' })
  const refresh = await writer.lastRefreshes()
  const feed = hubFeed({ baseUrl: hub.url, now: () => now, sleep: async () => {} })
  const due = asked ? { days: asked } : { days: daysToRefresh(instant(), refresh), refresh }
  await ingest({ ...due, feed, store: writer, log, now: () => now })
}
/** In a thread of its own, as `pnpm dev` does. */
const publish = () =>
  runSnapshotJob(
    { endpoint: engine.url, tableName: TABLE, folder: snapshots, now: instant() },
    new AbortController().signal,
  )

await run([...days.keys()].filter(day => day <= dayOf(instant())))
await publish()
const { url, close } = await startServer({ api, port: 0 })

let runs = 0
let hasEnded = false
const running = (async () => {
  while (!hasEnded) {
    await sleep(PAUSE_MS)
    now += HOUR_MS
    hub.setNow(instant())
    await run()
    if (++runs % 24 === 0) await publish()
  }
})()

process.on('message', async message => {
  if (message === 'end') {
    hasEnded = true
    await running
    await close()
    await engine.stop()
    await hub.close()
    await rm(folder, { recursive: true, force: true })
    process.exit(0)
  }
  process.send?.({ bytes: await memoryInUse(), runs })
})
process.once('disconnect', () => process.exit())
process.send?.({ url })
