/** One server in a process of its own: `node serve.ts PEER LATENCY_MS`. Tells its URL, and its CPU time when asked. */
import type { Questions } from '@daily-papers/store/questions.ts'
import { startSource } from './source.ts'

const [peer, latencyMs] = process.argv.slice(2)
const { start } = (await import(`./peers/${peer}.ts`)) as { start: (store: Questions) => Promise<string> }
const url = await start(await startSource(Number(latencyMs)))
process.on('message', () =>
  process.send?.({ cpuMicroseconds: process.cpuUsage().user + process.cpuUsage().system }),
)
process.on('disconnect', () => process.exit())
process.send?.({ url })
