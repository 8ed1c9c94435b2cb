/** `node test/docs/agents/measure.ts URL`: measures on a running API what each call of docs/agents.md answers and reads. */
import { writeFileSync } from 'node:fs'
import type { Ask } from '@daily-papers/agents/agents.ts'
import { startAssistant, tokens } from './assistant.ts'
import { type Measured, type MeasuredCall, measuredFile, readMeasured } from './measured.ts'

const [url = 'http://127.0.0.1:4000'] = process.argv.slice(2)
let readUnits = 0

const ask: Ask = async (query, variables) => {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  const { data = null, errors = [] } = (await response.json()) as { data?: unknown; errors?: [] }
  readUnits = Number(/read-units;desc="([\d.]+)"/.exec(response.headers.get('server-timing') ?? '')?.[1] ?? 0)
  return { data, errors, maxAgeSeconds: 60 }
}

const { data } = await ask(
  '{ status { lastIngestAt } stats { paperCount } }',
  {},
  { site: url, requestId: '1' },
)
const { status, stats } = data as { status: { lastIngestAt: string }; stats: { paperCount: number } }
const assistant = await startAssistant(ask, () => Date.parse(status.lastIngestAt))

/** `25 of 45 papers`, or nothing where the answer has all. */
const noteOf = (text: string): string =>
  /^(\d+) of ([\d,]+) (papers?|changes?)/m.exec(text)?.slice(1, 3).join(' of ') ?? ''

const calls: MeasuredCall[] = []
for (const { tool, given } of readMeasured().calls) {
  const { text, data, isError } = await assistant.call(tool, given)
  if (isError) throw new Error(`${tool} ${JSON.stringify(given)}: ${text}`)
  calls.push({ tool, given, note: noteOf(text), text: tokens(text), data: tokens(data), readUnits })
}
const measured: Measured = { at: status.lastIngestAt, papers: stats.paperCount, calls }
writeFileSync(measuredFile, `${JSON.stringify(measured, null, 2)}\n`)
