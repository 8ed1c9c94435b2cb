/** One server in a process of its own: `node serve.ts PEER SOURCE`. Tells its URL, and its CPU time when asked. */
import { createClient } from '@daily-papers/store/client.ts'
import { createQuestions } from '@daily-papers/store/create-questions.ts'
import type { Questions } from '@daily-papers/store/questions.ts'
import type { Table } from '@daily-papers/store/table.ts'
import { startSource } from './source.ts'

const [peer, source = ''] = process.argv.slice(2)
const { latencyMs, engine, table } = JSON.parse(source)
const { start } = (await import(`./peers/${peer}.ts`)) as {
  start: (store: Questions, table?: Table) => Promise<string>
}
const url = await (engine ? overTable() : start(await startSource(latencyMs)))

function overTable(): Promise<string> {
  const client = createClient({ endpoint: engine })
  return start(createQuestions(client, table), { client, name: table })
}
process.on('message', () =>
  process.send?.({ cpuMicroseconds: process.cpuUsage().user + process.cpuUsage().system }),
)
process.on('disconnect', () => process.exit())
process.send?.({ url })
