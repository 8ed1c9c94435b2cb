/**
 * Simulates the whole system on simulated time and compares what clients see with plain maps:
 * `pnpm simulate [--days 365] [--seed N] [--papers 4]`. A failure is repeated by its seed. Exit 1 when anything differs.
 */
import { parseArgs } from 'node:util'
import { simulate } from './simulate.ts'

const { values } = parseArgs({
  options: {
    days: { type: 'string', default: '365' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    papers: { type: 'string', default: '4' },
  },
})
const print = (line: string) => void process.stdout.write(`${line}\n`)
const { days, seed, papers } = values
print(`pnpm simulate --days ${days} --seed ${seed} --papers ${papers}`)
const startedAt = performance.now()
const { wrong, ...figures } = await simulate({
  days: Number(days),
  seed: Number(seed),
  papersPerDay: Number(papers),
  tell: print,
})
for (const line of wrong.slice(0, 20)) print(line)
const seconds = Math.round((performance.now() - startedAt) / 1_000)
print(`${JSON.stringify(figures)} in ${seconds} s: ${wrong.length} differences`)
process.exitCode = wrong.length > 0 ? 1 : 0
