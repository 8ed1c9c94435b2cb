import {
  CORPORA,
  count,
  dollars,
  limitRow,
  months,
  once,
  priceLine,
  shardRow,
  summary,
  table,
  units,
} from './cost-tables.ts'
import { digestSection } from './digest-cost.ts'
import { optionRows } from './option-cost.ts'
import { comparedOn, prices } from './prices.ts'
import { answer, assumed, limits, measured, papersADay, SNAPSHOT_ENDS } from './scenarios.ts'

/** Pages that a crawler reads in one visit. */
const CRAWLED = 100_000

/** Text of docs/cost.md. */
export function costPage(): string {
  /** A thousand downloads of the snapshot, in GB. */
  const thousandDownloads = (1_000 * measured.snapshot.bytesPerPaper * (CORPORA[0] ?? 0)) / 2 ** 30
  /** Dollars a month of one API instance that is never idle. */
  const readerMonth = (assumed.readerMiB / 1_024) * prices.lambda.gbSecondArm * 30 * 86_400
  /** Dollars of a crawler's visit, without what is free. */
  const crawl =
    (CRAWLED / 1e6) * (prices.httpApi.millionRequests + prices.lambda.millionRequests) +
    CRAWLED * (assumed.pageMs / 1_000) * (assumed.readerMiB / 1_024) * prices.lambda.gbSecondArm +
    ((CRAWLED * assumed.pageBytes) / 2 ** 30) * prices.transferOut.gb
  /** Access log of a month of 1,000 refused requests a second, in GB. */
  const refusedGb = (1_000 * 30 * 86_400 * assumed.refusedLogBytes) / 2 ** 30
  return `# What it costs

This page is for people who run a stage and want to know the bill. \`pnpm schema\` computes it from measurements and AWS's
[list prices](#prices) for us-east-1, in US dollars. What AWS gives each account for free every month is subtracted: 25 GB of DynamoDB,
a million invocations, 100 GB sent, and more. The free amounts count once per account, so a second stage gets none of them.

In short: **${summary()}**, for ${count(CORPORA[0] ?? 0)} papers.

## What was measured

- [ingest-cost.md](ingest-cost.md) shows what runs read and write.
- On ${measured.on}, over ${measured.papers} recorded papers: what the ${measured.answers.length} examples that ask the table read and send.
- A snapshot stores ${units(measured.snapshot.bytesPerPaper)} bytes a paper. Built from nothing, it reads ${measured.snapshot.readUnitsPerPaper} units a paper. An hour after the
  last build, in which ${measured.snapshot.continued.papers} papers moved, it reads ${measured.snapshot.continued.readUnits} units and copies the rest.
- A paper takes ${units(measured.bytesPerPaper)} bytes in the table and its indexes, with its raw entry, history, authors and keywords.
- A mean response takes ${answer.readUnits.toFixed(1)} read units and ${units(answer.bytes)} bytes, whatever the number of papers, because pages are read by key.

${table(
  ['example', 'requests to DynamoDB', 'read units', 'bytes'],
  measured.answers.map(each => [
    each.example,
    String(each.requests),
    String(each.readUnits),
    units(each.bytes),
  ]),
)}

## What is assumed

- Clients send the examples equally often and take uncompressed responses.
- A response is billed ${assumed.answerMs} ms at ${assumed.readerMiB} MiB and writes ${assumed.logBytes} bytes of log. A run takes ${assumed.ingestSeconds} s.
- A new instance is billed ${assumed.initMs} ms before its first response and gives ${assumed.responsesAnInstance}.
- The probe runs every five minutes for ${assumed.probeMs} ms at ${assumed.probeMiB} MiB and sends ${assumed.probeRequests} requests.
- Every hour brings a change, so ${assumed.snapshotsADay} snapshots are built a day, at ${assumed.snapshotMs} ms a paper. One build a month starts from nothing instead of copying the last snapshot.
- Lambda polls the idle backfill queue ${units(assumed.queueRequests)} times a month.
- CloudFront, if it is on, answers ${assumed.cached * 100} % of requests from its cache.
- A larger corpus came in over ${assumed.years} years, so more papers a day are refreshed, and at least ${assumed.papersADay}.
- The stage is \`prod\`, with point-in-time recovery. Scheduler, SNS and SSM stay within what is free.

## ${count(CORPORA[0] ?? 0)} papers: the feed as it is, and some years on

${months(CORPORA[0] ?? 0)}

A build reads only what was written since the last one ([0014](decisions/0014-snapshot.md)). Most of what the snapshot costs is the time to
build it and the versions that the bucket keeps for two days. If you build it every third hour (\`infra\`, \`snapshotter.ts\`), it costs a third,
and search is up to three hours old.

## ${count(CORPORA[1] ?? 0)} papers

From about ${units(SNAPSHOT_ENDS)} papers on, another engine has to replace the snapshot ([0014](decisions/0014-snapshot.md)). No bill here includes it.

${months(CORPORA[1] ?? 0)}

## ${count(CORPORA[2] ?? 0)} papers

${months(CORPORA[2] ?? 0)}

## What an option adds

${table(['option', 'dollars a month'], optionRows())}

## A backfill, once

${table(['papers', 'write units', 'read units', 'dollars'], CORPORA.map(once))}

${digestSection()}
## What bounds it

Each stage limits its requests (\`infra\`, \`stage.ts\`). This is a month in which every second reaches the limits:

${table(
  [
    'stage',
    'requests let through',
    'that month, mean responses',
    'reads at the ceiling',
    'writes at the ceiling',
  ],
  limits.map(limitRow),
)}

The ceilings apply to the table and to each index separately. Only the ingest writes. AWS treats ceilings and throttles as targets, which
bursts may exceed. So they don't promise that a bill stays below these figures.

100 M requests a month mean ${units((100e6 / (30 * 86_400)) * assumed.peak)} a second in the busiest seconds, which are ${assumed.peak} times the mean. For that, raise \`requestLimit\` and
\`requestCeiling\`, or turn on the CDN.

**Nothing limits bytes.** Three things can send many: large responses, CloudFront's cache, and snapshot downloads. A link from \`/snapshot\` works
for one minute, for anybody, any number of times. The throttle counts links, not downloads. A thousand downloads are
${units(thousandDownloads)} GB of 2^30 bytes at ${count(CORPORA[0] ?? 0)} papers, or ${dollars(thousandDownloads * prices.transferOut.gb)} dollars at ${prices.transferOut.gb} a GB after the free ${prices.transferOut.freeGb} GB.

**Crawlers read pages.** \`/robots.txt\` keeps polite ones from searches, personal lists and further pages of lists, and every page says how
long it may be kept. A crawler that reads ${units(CRAWLED)} pages costs ${dollars(crawl)} dollars before the CDN: requests, function time and
${units((CRAWLED * assumed.pageBytes) / 1e9)} GB sent. The sitemap names the newest 100 days and papers. Impolite crawlers meet the same throttle as everybody.

**Only the account's concurrency limits function time.** A flood of slow queries could keep 1,000 API instances busy all month, as many as an
account usually has. That costs ${dollars(1_000 * readerMonth)} dollars. The [option](deploy.md#options) \`-c apiConcurrency=50\` limits it to ${dollars(50 * readerMonth)}.

**Requests above the throttle are free, but their log lines are not.** API Gateway writes one line for each request that it refuses. A flood
of 1,000 refused requests a second for a month writes ${units(refusedGb)} GB, which cost ${dollars(refusedGb * prices.logs.gbIngested)} dollars.

**Set a budget**: \`-c monthlyBudget=20\`. It is free. It reports what the whole account spent, some hours late. After about five weeks of use it
also forecasts. It stops nothing.

## The plan for shards

A list of all papers is one partition key, in the table (\`F\`) and in each index (\`P\`). One key carries 3,000 read units and 1,000 write
units a second. This is the busiest second if every client asks the same list and every paper of the last week changes its votes each hour:

${table(
  ['', 'read units a second', 'write units a second', 'shards'],
  [shardRow(1e6, 20_000), shardRow(100e6, 1e6), shardRow(100e6, 100e6), shardRow(1e9, 100e6)],
)}

So the number of papers alone needs no shards. Many readers of one list do, unless the CDN serves them. So do votes at 100 M papers.
Then do this, in order:

1. Turn on \`-c cdn=true\`. The lists of all papers are the same for everybody, and most clients ask for first pages.
2. Shard \`P\` and \`F\` by a hash of the id, into twice as many keys as the table says: \`P0\` … \`P3\`. A page is then one Query of each shard,
   merged by the sort string. Cursors hold that string, so they stay valid. Read units grow with the shards, so use few.
3. Keep a day's ranks in one item for each shard, and read a day page by page. 100 M papers in ${assumed.years} years mean ${units(papersADay(100e6))} papers a day.
   That is more than one Query returns, and the ranks come near the 400 KB that an item may have.
4. Put the year into the key of \`F\`. Old years then never change and can move to the infrequent-access class.

Only \`keys.ts\` in \`packages/store\` makes key strings, and \`pnpm rebuild\` derives every item again. Steps 2 to 4 change that file and the
store's lists, and need a rebuild into a new table.

## Prices

These are US dollars in us-east-1, with what is free each month. On ${comparedOn} they were compared with copies of AWS's pages,
or of the pages named in brackets. Compare them again before you rely on them. Other regions cost up to a third more.

${Object.entries(prices).map(priceLine).join('\n')}
`
}
