/**
 * `pnpm bench [http|cold|store|ingest|search ...] [--quick] [--full]`: measures, prints tables, and writes them to
 * `results/*.json` and `docs/performance.md`. A quick run writes nothing, and one without `--full` nothing over the
 * results of one with it.
 */
import { parseArgs } from 'node:util'
import { benches } from './benches.ts'
import { lackOf, type Options, progressOn, tableOf, writeResults } from './report.ts'

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
  const lack = lackOf(name, values)
  if (lack) process.stdout.write(`Nothing of ${name} is written: ${lack}.\n\n`)
  else {
    const seconds = Math.round((Date.now() - started) / 1000)
    writeResults(name, { full: values.full, seconds, sections })
  }
}
process.exit(0)
