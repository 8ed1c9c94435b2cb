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

/** Measured on 2026-11-28 by a simulated week over the recorded days. `test/long/artefacts.test.ts` runs a small form of it. */
const HUB = `## What a run asks of the Hub

A run reads its days. It then reads the models, datasets and Spaces of the papers that are due: papers of the last 8 days once a day, and papers
of the last 90 days once a week. A hash of the id chooses the hour. The figures come from a week of hourly runs over recorded days, on a
table of 1,626 papers. The stand-in for the Hub added votes and papers, and 7 % of its responses were faulty.

| | requests |
| --- | ---: |
| a day | 589 to 688 |
| an hour, at most (Monday's first) | 115 |
| the Hub's limit in five minutes | 500 |

A paper costs no write if its models, datasets and Spaces, and their likes, did not change.

`

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
recorded days of spring 2026 on dynoxide, a local DynamoDB that also counts writes to indexes. A read unit is a consistent read of 4 KB. A write unit is a write of 1 KB, to
the table or to an index.

${table(
  ['run', 'requests', 'read units', 'write units'],
  [
    run('a first day: 50 papers into an empty table', measured.firstDay),
    run('the same day again, unchanged', measured.sameDay),
  ],
)}

The next table covers one Tuesday, on a table of ${units(papers)} papers. The first run of the day reads 31 days, and every other run reads 8:

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
    run('the most expensive hour', most),
    run('the first run of the day', midnight),
  ],
)}

That day takes ${units(writes)} write units and ${units(reads)} read units. A month of such days costs ${dollars(writes, reads)}.

${HUB}## What history costs

On that Tuesday, ${newPapers} papers were new, and older ones were updated. If all days are alike, that day's write units ÷ ${newPapers} are what one paper
takes in all its life.

${table(
  ['item', 'write units an hour', 'a new paper, in all its life', 'a month', 'costs'],
  [
    kept('histories (`HISTORY`, decision 0009)', 'historyUnits'),
    kept('changes (`C`, decision 0012)', 'changesUnits'),
    kept('points of `rising` (`RISING`, decision 0013)', 'risingUnits'),
  ],
)}

A history takes one write unit for each hour in which a counter of its paper moved. Changes take one item a run. An hour in which nothing moved writes
none of these items.

## A paper

The table shows write units for each of 50 papers, read at once and then again with one vote more:

${table(
  ['table', 'a new paper', 'without its raw entry', 'part for indexes', 'a vote more'],
  [paper('empty', measured.onEmpty), paper(`of ${units(papers)} papers`, measured.onFilled)],
)}

On the filled table a new paper costs more: its authors and keywords get a paper more, so they move in the index by paper count. A new vote
writes the paper, its item of the day (\`F\`), its history and three index entries. Two of the index entries move, which takes a delete and a put.

## What a run reads and writes

A run without a change takes:

- 1 Query of the last run, 1 BatchGet of the days and the lease (decision 0003), and 1 Query of newer runs;
- 1 write of the run record;
- 2 BatchGet to see if another run wrote these days meanwhile.

A run with a change also takes:

- these reads of days and newer runs again;
- 3 writes of the lease and journal;
- 1 BatchGet of the totals, 2 BatchGet for 100 papers, and 1 BatchGet for 100 entities;
- 1 BatchWrite for 25 items that differ;
- 1 Query and 1 write for changes;
- 1 BatchGet and 1 write (\`RISING\`) if a history moved.
`
}
