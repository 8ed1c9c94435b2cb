import { table } from './cost-tables.ts'
import type { Cost } from './meter.ts'
import { prices } from './prices.ts'

/** Write units a paper. */
export interface PaperCost {
  added: number
  withoutRaw: number
  indexes: number
  moved: number
}

interface Measured {
  measuredOn: string
  /** A first day of 50 papers, and the same day again. */
  firstDay: Cost
  sameDay: Cost
  /** Each hour of one day, from midnight. */
  day: Cost[]
  /** Papers in the table on that day, and papers that the day added. */
  papers: number
  newPapers: number
  onEmpty: PaperCost
  onFilled: PaperCost
}

const units = (n: number) =>
  n < 100 ? n.toFixed(1).replace(/\.0$/, '') : Math.round(n).toLocaleString('en-US')
const sum = (costs: Cost[], key: keyof Cost) => costs.reduce((all, cost) => all + cost[key], 0)

const run = (name: string, { requests, readUnits, writeUnits }: Record<keyof Cost, number>) => [
  name,
  units(Math.round(requests)),
  units(readUnits),
  units(writeUnits),
]
const paper = (name: string, { added, withoutRaw, indexes, moved }: PaperCost) => [
  name,
  ...[added, withoutRaw, indexes, moved].map(units),
]

/** Text of `docs/ingest-cost.md`, from what was measured. */
export function ingestPage({ day, papers, newPapers, ...measured }: Measured): string {
  const [midnight, ...rest] = day
  const sorted = rest.toSorted((a, b) => a.writeUnits - b.writeUnits)
  const [least, most] = [sorted.at(0), sorted.at(-1)]
  if (!midnight || !least || !most) throw new Error('No hours were measured.')
  const mean = (key: keyof Cost) => sum(rest, key) / rest.length
  const dollars = (written: number, read = 0) =>
    `$${((written * prices.dynamodb.millionWriteUnits + read * prices.dynamodb.millionReadUnits) * 30e-6).toFixed(3)}`
  const kept = (name: string, key: keyof Cost) => {
    const all = sum(day, key)
    return [name, units(all / 24), units(all / newPapers), units(all * 30), dollars(all)]
  }
  const [reads, writes] = [sum(day, 'readUnits'), sum(day, 'writeUnits')]
  return `# What the ingest costs at DynamoDB

This page is for people who change the ingest or check its bill. \`node test/docs/cost/ingest-cost.ts\` wrote it on ${measured.measuredOn}, from
recorded days of spring 2026 on dynoxide. A read unit is 4 KB read consistently. A write unit is 1 KB written, in the table or in an index.

${table(
  ['run', 'requests', 'read units', 'write units'],
  [
    run('a first day: 50 papers into an empty table', measured.firstDay),
    run('the same day again, unchanged', measured.sameDay),
  ],
)}

The next table covers one Tuesday, on a table of ${units(papers)} papers. A run reads 8 days, the first of the day 31:

${table(
  ['run', 'requests', 'read units', 'write units'],
  [
    run('an hour, mean', {
      ...least,
      requests: mean('requests'),
      readUnits: mean('readUnits'),
      writeUnits: mean('writeUnits'),
    }),
    run('the cheapest hour', least),
    run('the dearest hour', most),
    run('the first run of the day', midnight),
  ],
)}

That day takes ${units(writes)} write units and ${units(reads)} read units. A month of such days costs ${dollars(writes, reads)}.

## What history costs

In a steady feed, one day writes what the papers of one day write in all their life. The column *a new paper* divides by the ${newPapers}
papers of that Tuesday:

${table(
  ['item', 'write units an hour', 'a new paper, in all its life', 'a month', 'costs'],
  [
    kept('histories (`HISTORY`, decision 0009)', 'historyUnits'),
    kept('changes (`C`, decision 0012)', 'changesUnits'),
    kept('points of `rising` (`RISING`, decision 0013)', 'risingUnits'),
  ],
)}

A history is one unit for each hour in which its paper moved. Changes are one item a run. An hour without any movement writes none of them.

## A paper

Write units a paper, for 50 papers read at once and then again with one vote more:

${table(
  ['table', 'new paper', 'without its raw entry', 'of these for indexes', 'a vote moved'],
  [paper('empty', measured.onEmpty), paper(`of ${units(papers)} papers`, measured.onFilled)],
)}

On the filled table a new paper costs more, because its names and keywords move in the index by paper count. A moved vote writes the paper,
its featuring, its history and three index entries. Two of these move.

## What a run reads and writes

| step | requests |
|---|---|
| a run without a change | 1 Query of the last run, 1 BatchGet of the days and the lease, 1 Query of newer runs; writes the run record; 2 BatchGet to check that no older run wrote meanwhile |
| a run with a change | the same, with days and newer runs read again; 3 writes for the lease and journal; 1 BatchGet of the totals; 2 BatchGet per 100 papers; 1 per 100 entities; then only the differences, 25 items a BatchWrite; 1 Query and 1 item for changes; 1 BatchGet and 1 item (\`RISING\`) if a history moved |
`
}
