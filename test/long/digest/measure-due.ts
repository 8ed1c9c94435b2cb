/**
 * What finding the mails of an hour reads, among many subscriptions, on the embedded engine:
 *
 *   node test/long/digest/measure-due.ts [--subscriptions 100000] [--due 4000]
 */
import { parseArgs } from 'node:util'
import { enqueueDue } from '@daily-papers/digest/enqueue-due.ts'
import { startEngine } from '@daily-papers/digest/testing/engine.ts'
import { countReads, fillSubscriptions } from '@daily-papers/digest/testing/many.ts'

const { values } = parseArgs({
  options: {
    subscriptions: { type: 'string', default: '100000' },
    due: { type: 'string', default: '4000' },
  },
})
const at = '2026-03-02T07:00:00.000Z'
const engine = await startEngine()
const table = await engine.table()
await fillSubscriptions(table, { count: Number(values.subscriptions), due: Number(values.due), at })
const read = countReads(table)
const began = performance.now()
const count = await enqueueDue(table, async () => {}, Date.parse(at))
const ms = Math.round(performance.now() - began)
process.stdout.write(
  `${count} due among ${values.subscriptions}: ${read.requests.length} requests (${[...new Set(read.requests)]}), ${read.scanned} items read, ${ms} ms\n`,
)
await engine.close()
