/**
 * `pnpm bench [http|cold|store|ingest|search ...] [--quick] [--full]`: measures, prints tables, and writes them to
 * `results/*.json` and, when nothing was left out, to `docs/performance.md`.
 */
import { parseArgs } from 'node:util'
import { benches } from './benches.ts'
import { type Options, progressOn, tableOf, writeResults } from './report.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false }, full: { type: 'boolean', default: false } },
})
const unknown = positionals.filter(name => !(name in benches))
if (unknown.length > 0) {
  process.stderr.write(
    `There is no benchmark ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.\n`,
  )
  process.exit(1)
}
const chosen = Object.entries(benches).filter(
  ([name]) => positionals.length === 0 || positionals.includes(name),
)
for (const [name, bench] of chosen) {
  const progress = progressOn(process.stderr, name)
  const options: Options = { ...values, progress }
  const started = Date.now()
  const sections = await bench(options)
  progress('')
  for (const section of sections) process.stdout.write(`${tableOf(section)}\n`)
  writeResults(name, { ...values, seconds: Math.round((Date.now() - started) / 1000), sections })
}
process.exit(0)
