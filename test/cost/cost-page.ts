import { type Bill, bill, total } from './bill.ts'
import { prices } from './prices.ts'
import {
  answer,
  assumed,
  backfill,
  lines,
  measured,
  month,
  noIngest,
  papersADay,
  shards,
} from './scenarios.ts'

const CORPORA = [20_000, 1e6, 100e6]
const TRAFFIC = [1e6, 100e6]

const count = (n: number) =>
  n >= 1e9 ? `${n / 1e9} billion` : n >= 1e6 ? `${n / 1e6} M` : n >= 1e3 ? `${Math.round(n / 1e3)} k` : `${n}`
const dollars = (n: number) =>
  n === 0 ? '0' : n < 0.01 ? '< 0.01' : n < 100 ? n.toFixed(2) : Math.round(n).toLocaleString('en-US')
const units = (n: number) => Math.round(n).toLocaleString('en-US')

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n')
}

const keys = Object.keys(lines) as (keyof Bill)[]
const billed = (name: string, of: Bill): string[] => [
  name,
  ...keys.map(key => dollars(of[key])),
  `**${dollars(total(of))}**`,
]

const months = (papers: number): string =>
  table(
    ['a month', ...keys.map(key => lines[key]), 'all'],
    [
      billed('idle: no runs, no readers', bill(month({ papers, ingest: noIngest }))),
      billed('hourly runs, no readers', bill(month({ papers }))),
      ...TRAFFIC.flatMap(requests => [
        billed(`${count(requests)} requests`, bill(month({ papers, requests }))),
        billed(`${count(requests)} with CDN`, bill(month({ papers, requests, cached: assumed.cached }))),
      ]),
    ],
  )

const once = (papers: number): string[] => {
  const work = backfill(papers)
  const { ingest, functions } = bill(month({ papers, ingest: work }))
  return [count(papers), units(work.writeUnits), units(work.readUnits), dollars(ingest + functions)]
}

const shardRow = (requests: number, papers: number): string[] => {
  const need = shards(requests, papersADay(papers))
  return [
    `${count(requests)} requests a month, ${count(papers)} papers`,
    units(need.readUnits),
    units(need.writeUnits),
    String(need.shards),
  ]
}

/** docs/cost.md. */
export function costPage(): string {
  return `# What it costs

Computed by \`pnpm schema\` (\`test/cost\`) from measured figures and the list prices of ${prices.asOf} in us-east-1, in US dollars, with
what AWS gives free for good taken off (25 GB of DynamoDB, a million invocations, 100 GB sent, ten alarms, …). Prices are in
\`test/cost/prices.ts\`: compare them with AWS's before you rely on them, other regions are dearer.

Measured: what runs read and write ([ingest-cost.md](ingest-cost.md)); on ${measured.on}, with ${measured.papers} recorded papers, what
each of the ${measured.answers.length} examples reads and sends, and the bytes that a paper takes in the table and its indexes, its raw
entry, history, authors and keywords included: ${units(measured.bytesPerPaper)}. Of that size a mean answer takes ${answer.readUnits.toFixed(1)} read units and
${units(answer.bytes)} bytes, whatever the number of papers: pages are read by key.

${table(
  ['example', 'requests to DynamoDB', 'read units', 'bytes'],
  measured.answers.map(each => [
    each.example,
    String(each.requests),
    String(each.readUnits),
    units(each.bytes),
  ]),
)}

Assumed, not measured: readers ask the examples equally often and take answers uncompressed; ${assumed.answerMs} ms billed for an answer at ${assumed.readerMiB} MiB; ${assumed.logBytes} bytes
of log each; ${assumed.ingestSeconds} s for a run; CloudFront answers ${assumed.cached * 100} % of requests by itself where it is on. A larger corpus came in over ${assumed.years} years, so
that more papers a day are refreshed; ${assumed.papersADay} a day at the least. The stage is \`prod\`, with point-in-time recovery.

## ${count(CORPORA[0] ?? 0)} papers: the feed as it is, and some years on

${months(CORPORA[0] ?? 0)}

## ${count(CORPORA[1] ?? 0)} papers

${months(CORPORA[1] ?? 0)}

## ${count(CORPORA[2] ?? 0)} papers

${months(CORPORA[2] ?? 0)}

## The past, once

${table(['papers', 'write units', 'read units', 'dollars'], CORPORA.map(once))}

## What bounds it

The ceilings of a stage (\`infra/src/stage.ts\`) bound what can be asked for: \`prod\` lets through 100 requests a second, 259 M a month, and
\`dev\` a fifth of that; DynamoDB refuses reads and writes beyond its own ceiling. 100 M requests a month come at ${units((100e6 / (30 * 86_400)) * assumed.peak)} a second in the
busiest seconds (${assumed.peak} times the mean): raise \`requestLimit\` and \`requestCeiling\` for them, or turn on the CDN.

## The plan for shards

A list of all papers is one partition key, in the table (\`F\`) and in each index (\`P\`), good for 3,000 read units and 1,000 write units a
second. In the busiest second, if every reader asked the same list and every paper of the last week moved its votes each hour:

${table(
  ['', 'read units a second', 'write units a second', 'shards'],
  [shardRow(1e6, 20_000), shardRow(100e6, 1e6), shardRow(100e6, 100e6), shardRow(1e9, 100e6)],
)}

So the number of papers alone asks for none: what does is readers of one list, beyond what the CDN keeps from it, and at 100 M papers the
votes. Then, in this order:

1. \`-c cdn=true\`: the lists of all papers are the same for all, and their first pages are what is asked.
2. Shard \`P\` and \`F\` by a hash of the id into as many keys as the table above says, twofold: \`P0\` … \`P3\`. A page then is one Query of
   each shard, merged by the sort string, which cursors hold already and survive by; its read units grow with the shards, so take few.
3. A day of ${units(papersADay(100e6))} papers, as 100 M in ${assumed.years} years would have, is more than a page of one Query, and its ranks are near the 400 KB of
   an item: keep ranks in one item for each shard, and read a day page by page, as a range of days is read today.
4. Put the year into the key of \`F\`, so that what is old moves no more and can go to the infrequent-access class.

The key strings are made in one file (\`packages/store/src/keys.ts\`), and \`pnpm rebuild\` derives every item again from the rows; steps 2
to 4 are a change there, in the lists of \`packages/store/src/read\`, and a rebuild into a new table.
`
}
