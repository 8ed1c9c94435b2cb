/** Three runs of the ingest in a process of their own: `node run.ts ENDPOINT DAYS`. Sends what each took. */

import type { Feed } from '@daily-papers/ingest/feed.ts'
import { ingest } from '@daily-papers/ingest/ingest.ts'
import { sampleEntries } from '@daily-papers/ingest/sample.ts'
import { addDays } from '@daily-papers/papers/days.ts'
import { createClient } from '@daily-papers/store/client.ts'
import { createTable } from '@daily-papers/store/create-table.ts'
import { createWriter } from '@daily-papers/store/writer.ts'
import { meter } from '../../docs/cost/meter.ts'
import { peakMemoryMb } from '../peak-memory.ts'

const [endpoint, count] = process.argv.slice(2)
const days = Array.from({ length: Number(count) }, (_, i) => addDays('2025-03-03', i))
const client = createClient({ endpoint })
await createTable(client, 'ingest')
const writer = createWriter(client, 'ingest', { owner: 'bench' })
const { take } = meter(client)
const log = { info: () => {}, warn: () => {}, error: () => {} }

interface Entry {
  paper: { upvotes?: number }
}

/** The sample, read so many hours after the end of its days, with so many votes more for each paper. */
const feed = (hours: number, votes: number): Feed => ({
  async read(day) {
    const entries = (sampleEntries(day) as Entry[]).map(entry => ({
      ...entry,
      paper: { ...entry.paper, upvotes: (entry.paper.upvotes ?? 0) + votes },
    }))
    return { day, readAt: new Date(Date.parse(addDays(day, 1)) + hours * 3_600_000).toISOString(), entries }
  },
})

async function run(name: string, hours: number, votes: number) {
  take()
  const started = performance.now()
  const cpu = process.cpuUsage()
  const now = () => Date.parse('2025-07-01T00:00:00Z') + hours * 3_600_000
  const { papers } = await ingest({ days, feed: feed(hours, votes), store: writer, log, now })
  const seconds = (performance.now() - started) / 1_000
  const { user, system } = process.cpuUsage(cpu)
  const { requests, readUnits, writeUnits } = take()
  process.send?.({
    run: name,
    papers,
    'papers/s': Math.round(papers / seconds),
    'CPU ms/paper': (user + system) / 1_000 / papers,
    'peak memory, MB': peakMemoryMb(),
    requests,
    'read units': Math.round(readUnits),
    'write units': Math.round(writeUnits),
    'write units/paper': writeUnits / papers,
  })
}

await run('a first run', 0, 0)
await run('the same again', 1, 0)
await run('a vote more for each paper', 2, 1)
process.exit()
