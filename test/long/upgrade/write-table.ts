/**
 * Writes the table of generated days that the upgrade test continues, by the code beside it:
 * `node test/long/upgrade/write-table.ts <file>`. Run it on the commit of a release, and name the file after the commit.
 */
import { writeFileSync } from 'node:fs'
import { type AttributeValue, DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb'
import type { Feed, Reading } from '@daily-papers/ingest/feed.ts'
import { ingest } from '@daily-papers/ingest/ingest.ts'
import { daysToRefresh } from '@daily-papers/ingest/schedule.ts'
import { HOUR_MS } from '@daily-papers/papers/days.ts'
import { startEngine } from '@daily-papers/store/testing/engine.ts'
import { createWriter } from '@daily-papers/store/writer.ts'
import { generateDays } from '../../days/generated/generated.ts'
import { grownDay } from '../../days/hub/growth.ts'
import { packed } from './stored-table.ts'

const START = Date.parse('2026-01-05T00:10:00Z')
/** A run every six hours: so many are in the table, and so many are left to continue it. */
const [STORED, LEFT] = [9, 6]

const [file] = process.argv.slice(2)
if (!file) throw new Error('give the file to write')
const days = generateDays(3, [['2025-12-26', '2026-01-09']], 4)
const silent = { info() {}, warn() {}, error() {} }
const instant = (ms: number) => new Date(ms).toISOString()

const engine = await startEngine()
const table = await engine.table()
const writer = createWriter(table.client, table.name, { owner: 'release' })
const runs: { at: string; readings: Reading[] }[] = []
for (let n = 0; n < STORED + LEFT; n++) {
  const at = START + n * 6 * HOUR_MS
  const readings: Reading[] = []
  const feed: Feed = {
    async read(day) {
      const entries = grownDay(days.get(day) ?? [], day, at)
      const reading = { day, readAt: instant(at), entries }
      if (entries.length > 0) readings.push(reading)
      return reading
    },
  }
  const refresh = n < STORED ? await writer.lastRefreshes() : {}
  const due = daysToRefresh(instant(at), refresh).filter(day => day >= '2025-12-26')
  if (n < STORED) await ingest({ days: due, refresh, feed, store: writer, log: silent, now: () => at })
  else for (const day of due) await feed.read(day)
  runs.push({ at: instant(at), readings })
}

const client = new DynamoDBClient({
  endpoint: engine.url,
  region: 'us-east-1',
  credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
})
const items: Record<string, AttributeValue>[] = []
let from: Record<string, AttributeValue> | undefined
do {
  const page = await client.send(new ScanCommand({ TableName: table.name, ExclusiveStartKey: from }))
  items.push(...(page.Items ?? []))
  from = page.LastEvaluatedKey
} while (from)
client.destroy()
await engine.close()

const bytes = packed({ runs, stored: STORED, items })
writeFileSync(file, bytes)
process.stdout.write(`${items.length} items and ${runs.length} runs in ${bytes.length} bytes\n`)
