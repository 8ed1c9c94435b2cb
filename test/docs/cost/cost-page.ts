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
[list prices](#prices) for us-east-1, in US dollars. The bill subtracts what is free for each account every month: 25 GB of DynamoDB,
a million invocations, 100 GB sent, and more. These free amounts are per account, so a second stage pays for all it uses.

In short, for ${count(CORPORA[0] ?? 0)} papers: **${summary()}**.

## What was measured

- [ingest-cost.md](ingest-cost.md) shows what runs read and write.
- The table below shows what ${measured.answers.length} example queries read and send. It was measured on ${measured.on} with ${measured.papers} recorded papers.
- A snapshot stores ${units(measured.snapshot.bytesPerPaper)} bytes a paper. A build from nothing takes ${measured.snapshot.readUnitsPerPaper} read units a paper. A build an hour after the last one
  reads only the papers that changed, and copies the rest: ${measured.snapshot.continued.readUnits} read units for ${measured.snapshot.continued.papers} papers.
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
- Lambda bills ${assumed.answerMs} ms at ${assumed.readerMiB} MiB for a response, which writes ${assumed.logBytes} bytes of log. A run takes ${assumed.ingestSeconds} s.
- Lambda bills ${assumed.initMs} ms for the start of an instance. An instance then sends ${assumed.responsesAnInstance} responses.
- \`Prober\`, which checks the API, runs every five minutes for ${assumed.probeMs} ms at ${assumed.probeMiB} MiB and sends ${assumed.probeRequests} requests.
- Every hour brings a change, so ${assumed.snapshotsADay} snapshots are built a day. A build takes ${assumed.snapshotMs} ms a paper. One build a month starts from nothing instead of copying the last snapshot.
- A weekly export of the history reads the whole table. The bucket keeps ${assumed.exportsKept} of them, with ${units(assumed.historyBytes)} bytes a paper.
- Lambda polls the idle backfill queue ${units(assumed.queueRequests)} times a month.
- CloudFront, if it is on, answers ${assumed.cached * 100} % of requests from its cache.
- A day brings ${assumed.papersADay} papers, or 1/${units(assumed.years * 365)} of all papers (one day of ${assumed.years} years) if that is more. So a larger corpus has more papers to refresh each day.
- The stage is \`prod\`, with point-in-time recovery. Scheduler, SNS and SSM stay within what is free.

## ${count(CORPORA[0] ?? 0)} papers: today's feed, with room for some years

${months(CORPORA[0] ?? 0)}

A build reads only what was written since the last one ([0014](decisions/0014-snapshot.md)). Most of what the snapshot costs is the time to
build it and the versions that the bucket keeps for two days. You can build it every third hour (\`snapshotter.ts\` in \`infra\`). It then costs a third,
and search results are up to three hours old.

## ${count(CORPORA[1] ?? 0)} papers

From about ${units(SNAPSHOT_ENDS)} papers on, another word index has to replace the one in the snapshot ([0014](decisions/0014-snapshot.md)), and more than one function has to
export the history. This page has no price for either.

${months(CORPORA[1] ?? 0)}

## ${count(CORPORA[2] ?? 0)} papers

${months(CORPORA[2] ?? 0)}

## What an option adds

${table(['option', 'dollars a month'], optionRows())}

## A backfill, once

${table(['papers', 'write units', 'read units', 'dollars'], CORPORA.map(once))}

${digestSection()}
## What bounds it

\`stage.ts\` in \`infra\` limits a stage's requests (\`requestLimit\`) and its DynamoDB units (\`requestCeiling\`). The table shows dollars for a month in which every second reaches a limit:

${table(
  [
    'stage',
    'requests at `requestLimit`',
    'dollars for these, with mean responses',
    'dollars for reads at `requestCeiling`',
    'dollars for writes at `requestCeiling`',
  ],
  limits.map(limitRow),
)}

The table and each index may reach the ceiling. Readers cause no writes. AWS enforces these limits only roughly, and bursts can exceed them. So a bill can exceed these figures.

If the busiest second has ${assumed.peak} times the mean, 100 M requests a month have ${units((100e6 / (30 * 86_400)) * assumed.peak)} in that second. For this load, raise \`requestLimit\`
and \`requestCeiling\`, or turn on the CDN.

**Nothing limits the bytes sent.** Large responses, CloudFront's cache and snapshot downloads can send a lot. A link from \`/snapshot\` works
for one minute, for anybody, any number of times. The throttle counts requests for a link, not downloads. With ${count(CORPORA[0] ?? 0)} papers, a thousand downloads
send ${units(thousandDownloads)} GB (of 2^30 bytes). If the month's free ${prices.transferOut.freeGb} GB are used up, they cost ${dollars(thousandDownloads * prices.transferOut.gb)} dollars, at ${prices.transferOut.gb} a GB.

**Crawlers read pages.** \`/robots.txt\` asks them to leave out searches, \`/new\`, \`/saved\`, \`/graphql\`, \`/snapshot\` and all but the first page of a list. Every page says how
long a cache may keep it. Without the CDN, a crawler that reads ${units(CRAWLED)} pages costs ${dollars(crawl)} dollars: requests, function time and
${units((CRAWLED * assumed.pageBytes) / 1e9)} GB sent. The sitemap names the newest 100 days and papers. The throttle also holds for crawlers that ignore \`/robots.txt\`.

**Only the account's concurrency limits function time.** A flood of slow queries could keep all instances of an account, usually 1,000,
busy for a month. That costs ${dollars(1_000 * readerMonth)} dollars. The [option](deploy.md#options) \`-c apiConcurrency=50\` limits this to ${dollars(50 * readerMonth)} dollars.

**Requests above the throttle are free, but their log lines are not.** API Gateway writes one line for each request that it refuses. A flood
of 1,000 refused requests a second for a month writes ${units(refusedGb)} GB of log, which cost ${dollars(refusedGb * prices.logs.gbIngested)} dollars.

**Set a budget**: \`-c monthlyBudget=20\`. It reports what the whole account spent, some hours late. After about five weeks of use it
also forecasts the month. It stops nothing.

## The plan for shards

A list of all papers is one partition key, in the table (\`F\`) and in each index (\`P\`). One key carries 3,000 read units and 1,000 write
units a second. The table shows the busiest second in the worst case: every client asks for the same list, and every paper of the last week gets votes each hour.

${table(
  ['', 'read units a second', 'write units a second', 'shards'],
  [shardRow(1e6, 20_000), shardRow(100e6, 1e6), shardRow(100e6, 100e6), shardRow(1e9, 100e6)],
)}

So more papers alone need no shards, but many readers of one list do. Then do this in order:

1. Turn on \`-c cdn=true\`. The lists of all papers are the same for everybody, and most clients ask for first pages.
2. Shard \`P\` and \`F\` by a hash of the id: \`P0\`, \`P1\` and so on. Use twice as many shards as the table says, because a later change of their number needs another rebuild. A page is then one Query of each
   shard, merged by the sort string. Cursors hold that string, so they stay valid. Read units grow with the number of shards.
3. Store a day's ranks in one item for each shard, and read a day page by page. 100 M papers in ${assumed.years} years are ${units(papersADay(100e6))} papers a day.
   One Query does not return so many, and their ranks come near the limit of an item, 400 KB.
4. Put the year into the key of \`F\`. Old years then never change, and can move to a second table of the infrequent-access class.

Only \`keys.ts\` in \`packages/store\` makes key strings, and \`pnpm rebuild\` derives every item again. Steps 2 to 4 change that file and the
store's lists, and need a rebuild into a new table.

## Prices

These are US dollars in us-east-1, and the amounts that are free each month. On ${comparedOn} we compared them with stored copies of web
pages. Brackets name the page: AWS's own, or one that quotes AWS. Compare them again before you rely on them. Other regions mostly cost up to a third more.

${Object.entries(prices).map(priceLine).join('\n')}
`
}
