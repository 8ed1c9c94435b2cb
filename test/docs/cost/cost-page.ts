import {
  CORPORA,
  count,
  dollars,
  limitRow,
  months,
  once,
  priceLine,
  shardRow,
  table,
  units,
} from './cost-tables.ts'
import { comparedOn, prices } from './prices.ts'
import { answer, assumed, limits, measured, papersADay, SNAPSHOT_ENDS } from './scenarios.ts'

/** docs/cost.md. */
export function costPage(): string {
  /** In GB. */
  const thousandDownloads = (1_000 * measured.snapshot.bytesPerPaper * (CORPORA[0] ?? 0)) / 2 ** 30
  /** Of one instance that is never idle. */
  const readerMonth = (assumed.readerMiB / 1_024) * prices.lambda.gbSecondArm * 30 * 86_400
  return `# What it costs

Computed by \`pnpm schema\` (\`test/docs/cost\`) from measured figures and AWS's [list prices](#prices) for us-east-1, in US dollars, with what is
free for good taken off (25 GB of DynamoDB, a million invocations, 100 GB sent, …). That is given once an account: a second stage
pays for all of its own.

Measured: what runs read and write ([ingest-cost.md](ingest-cost.md)); on ${measured.on}, with ${measured.papers} recorded papers, what
each of the ${measured.answers.length} examples that ask the table reads and sends, what a snapshot reads (${measured.snapshot.readUnitsPerPaper} units a paper) and how large it is
(${units(measured.snapshot.bytesPerPaper)} bytes a paper), and the bytes that a paper takes in the table and its indexes, its raw entry, history, authors and
keywords included: ${units(measured.bytesPerPaper)}. A mean answer takes ${answer.readUnits.toFixed(1)} read units and ${units(answer.bytes)} bytes, whatever the number of papers:
pages are read by key.

${table(
  ['example', 'requests to DynamoDB', 'read units', 'bytes'],
  measured.answers.map(each => [
    each.example,
    String(each.requests),
    String(each.readUnits),
    units(each.bytes),
  ]),
)}

Assumed, not measured: readers ask the examples equally often and take answers uncompressed; ${assumed.answerMs} ms billed for an answer at
${assumed.readerMiB} MiB; ${assumed.logBytes} bytes of log each; ${assumed.ingestSeconds} s for a run; every hour brings a change, so that a snapshot is built ${assumed.snapshotsADay} times a day, in
${assumed.snapshotMs} ms a paper; Lambda asks the idle queue of the backfill ${units(assumed.queueRequests)} times a month; CloudFront answers ${assumed.cached * 100} % of requests by
itself where it is on. A larger corpus came in over ${assumed.years} years, so that more papers a day are refreshed; ${assumed.papersADay} a day at the least. The
stage is \`prod\`, with point-in-time recovery. Scheduler, SNS and SSM stay far within what is free.

## ${count(CORPORA[0] ?? 0)} papers: the feed as it is, and some years on

${months(CORPORA[0] ?? 0)}

Half of what is paid before anybody asks is the snapshot, for which the whole table is read again after each run that changed
something. Built every third hour (\`infra/src/ingest/snapshotter.ts\`), it costs a third, and search is as much older.

## ${count(CORPORA[1] ?? 0)} papers

From some ${units(SNAPSHOT_ENDS)} papers on another engine takes the place of the snapshot ([0014](decisions/0014-snapshot.md)), which is in no bill here.

${months(CORPORA[1] ?? 0)}

## ${count(CORPORA[2] ?? 0)} papers

${months(CORPORA[2] ?? 0)}

## The past, once

${table(['papers', 'write units', 'read units', 'dollars'], CORPORA.map(once))}

## What bounds it

The limits of a stage (\`infra/src/options/stage.ts\`) hold down what can be asked of it. A month in which they are reached in every second:

${table(
  [
    'stage',
    'requests let through',
    'that month, by mean answers',
    'reads at the ceiling',
    'writes at the ceiling',
  ],
  limits.map(limitRow),
)}

The ceilings are of DynamoDB alone, the table and every index at its own at once; only the ingest writes. Both they and API Gateway's
throttle are targets, which AWS holds as well as it can and bursts may exceed: no promise that a bill stays below.

100 M requests a month come at ${units((100e6 / (30 * 86_400)) * assumed.peak)} a second in the busiest seconds (${assumed.peak} times the mean): raise \`requestLimit\` and
\`requestCeiling\` for them, or turn on the CDN.

Nothing bounds bytes: answers that are larger than the mean, what CloudFront sends from its cache, and downloads of the snapshot. The link
that \`/snapshot\` gives is good for a minute, for anybody and any number of times; the throttle counts links, not downloads. A thousand of
these are ${units(thousandDownloads)} GB (of 2^30 bytes, as AWS counts) at ${count(CORPORA[0] ?? 0)} papers: ${dollars(thousandDownloads * prices.transferOut.gb)} dollars at ${prices.transferOut.gb} a GB, when the free ${prices.transferOut.freeGb} are
used up.

Nothing but the account's concurrency bounds the time of functions. A flood of slow queries could keep 1,000 instances of \`Reader\`, as many
as an account usually has, at work all month: ${dollars(1_000 * readerMonth)} dollars. [The option](deploy.md#options) \`-c apiConcurrency=50\` bounds them, here to ${dollars(50 * readerMonth)}.

So let AWS tell you of a bill that grows, which costs nothing: of what was spent, some hours late, and of what is forecast, for which it
needs about five weeks of use. It stops nothing.

\`\`\`sh
aws budgets create-budget --account-id <account> \\
  --budget '{"BudgetName":"all","BudgetType":"COST","TimeUnit":"MONTHLY","BudgetLimit":{"Amount":"20","Unit":"USD"}}' \\
  --notifications-with-subscribers '[
    {"Notification":{"NotificationType":"ACTUAL","ComparisonOperator":"GREATER_THAN","Threshold":80},"Subscribers":[{"SubscriptionType":"EMAIL","Address":"you@example.org"}]},
    {"Notification":{"NotificationType":"FORECASTED","ComparisonOperator":"GREATER_THAN","Threshold":100},"Subscribers":[{"SubscriptionType":"EMAIL","Address":"you@example.org"}]}]'
\`\`\`

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

## Prices

In US dollars, us-east-1, with what is free each month, compared on ${comparedOn} with copies of the pages of AWS, or of who quotes
them, as named. Compare them again before you rely on them; other regions are up to a third dearer.

${Object.entries(prices).map(priceLine).join('\n')}
`
}
