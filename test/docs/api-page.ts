import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { schema } from '@daily-papers/graph/schema.ts'
import { REFRESHED_DAYS } from '@daily-papers/papers/days.ts'
import { MAX_RANKED_DAYS } from '@daily-papers/store/questions.ts'
import { DEFAULT_MAX_AGE_SECONDS } from '../../packages/api/src/http/cache-headers.ts'
import { LIMITS } from '../../packages/api/src/http/limits.ts'
import { PARTIAL_SUCCESS, STATUS_OF_CODE } from '../../packages/api/src/http/status.ts'
import { PAST_MAX_AGE_SECONDS } from '../../packages/api/src/max-age.ts'
import { DEFAULT_PAGE, MOST_IN_PAGE } from '../../packages/graph/src/arguments/page.ts'
import { COST_LIMIT, READS_LIMIT } from '../../packages/graph/src/cost/cost.ts'
import { MOST_IDS } from '../../packages/graph/src/relay/node.ts'
import { reference } from './reference.ts'

const number = (value: number): string => value.toLocaleString('en')

/** Rows of the error codes in `errors.ts`, each with its comment. A code without a comment shares the one before. */
async function errorCodes(): Promise<string> {
  const source = await readFile(fileURLToPath(import.meta.resolve('@daily-papers/graph/errors.ts')), 'utf8')
  const documented = source.matchAll(/^ {2}\/\*\* (.+) \*\/\n((?: {2}'[A-Z_]+',\n)+)/gm)
  const statuses = new Map(Object.entries(STATUS_OF_CODE))
  return [...documented]
    .map(([, meaning, list = '']) => {
      const codes = list.match(/[A-Z_]+/g) ?? []
      const found = [...new Set(codes.map(code => statuses.get(code)))]
      return `| ${codes.map(code => `\`${code}\``).join(', ')} | ${found.join(', ')} | ${meaning} |`
    })
    .join('\n')
}

/** Text of docs/api.md: the guide, with limits taken from the code, and then the whole schema. */
export async function apiPage(): Promise<string> {
  return `<!-- Made by \`pnpm schema\` from test/docs; do not edit. -->
# The API

This page is for people who query the API. It has one screen to start with, then every rule, then the whole schema.

## Start here

One endpoint, \`/graphql\`, answers GET and POST. It is read-only and needs no key. With \`pnpm dev\` it is <http://127.0.0.1:4000/graphql>:

\`\`\`sh
curl -sS http://127.0.0.1:4000/graphql --json '{"query": "{ day { date papers(first: 3) { nodes { title upvotes } } } }"}'
\`\`\`

| to get | ask |
|---|---|
| the latest day | \`{ day { date papers(first: 20) { totalCount nodes { title upvotes } } } }\` |
| one paper, by id, DOI or URL | \`query ($ref: String!) { paper(ref: $ref) { title upvotes authors(first: 5) { nodes { name } } } }\` |
| the best of a week | \`{ papers(filter: { featured: { lastDays: 7 } }, orderBy: { field: UPVOTES }) { nodes { title upvotes } } }\` |
| papers about something | \`{ search(query: "language models") { totalCount nodes { ... on Paper { title } } } }\` |
| an author's papers | \`query ($author: String!) { author(ref: $author) { paperCount papers { nodes { title featuredOn } } } }\` |
| papers that gained votes in the last 24 hours (none on a new server) | \`{ rising(window: DAY, first: 10) { nodes { gained paper { title } } } }\` |
| events of the last 90 days, oldest first | \`{ changes(first: 100) { nodes { kind paper { title } } pageInfo { hasNextPage endCursor } } }\` |

Set \`$ref\` to the \`paperId\` of any paper, and \`$author\` to a name.

1. Lists come in pages. Ask for \`first: 20\`, then pass \`pageInfo.endCursor\` as \`after\`. A page has ${MOST_IN_PAGE} nodes at most.
2. Null means unknown or none, never 0. What is not found is null, not an error.
3. The cost of a query is about one for each node that it can return. The limit is ${number(COST_LIMIT)}. \`extensions.cost\` shows your query's cost.
4. The message of an error names the fix. Other fields still have their data.

Open the endpoint in a browser for GraphiQL with [example queries](../packages/api/examples). \`/schema.graphql\` serves the schema.
[clients.md](clients.md) has code for your program.

## Conventions

**Ids.** \`id\` is opaque, unique among all nodes and never changes. \`node\` and \`nodes\` look it up. Readable identifiers have other names:
\`paperId\`, \`ref\`, \`name\`, \`username\`, \`date\`.

**Pages.** Every list with pages is a Relay connection. Pass \`first\` with \`after\`, or \`last\` with \`before\`. The default is ${DEFAULT_PAGE}, and more than ${MOST_IN_PAGE} is an error.
\`first: 0\` returns only the counts. \`nodes\` has the elements, and \`edges\` adds a cursor to each. When you page forward, \`hasNextPage\` is exact,
and \`hasPreviousPage\` only says whether you passed a cursor. When you page backward, it is the other way round. \`changes\` takes only \`first\`
and \`after\`. Its \`changeCount\` counts the changes on this page and all later pages. With \`direction: DESC\` it counts those of all pages.

**Cursors** are positions, not offsets, so new papers never shift a page. A cursor is valid only in its own list, order and filter. It
survives deployments, and stays valid when its paper moves or disappears.

- By day, arXiv date and name, paging shows each element exactly once, as long as it stays in the list.
- By votes, trending and number of papers, elements move. Paging may miss an element that moves past the cursor, or show it twice, but never
  out of order ([why](decisions/0007-cursors.md)).
- A cursor of \`lastDays\` still works after midnight. The range has then moved by a day.

**Orders** are total: a unique key breaks ties, in the same direction.

**The snapshot** serves search, statistics and most filters. It is one SQLite file. After a change, \`pnpm dev\` builds a new
file at once, and a server on AWS within half an hour. \`status { snapshotAt }\` shows when the file was built.

- \`papers\` needs the snapshot for the orders \`COMMENTS\` and \`GITHUB_STARS\`, and for every filter other than \`featured\`. A range that
  is open at an end or over ${MAX_RANKED_DAYS} days needs it too, except in the order \`FEATURED_ON\`.
- Papers always show their current values. Order and counts are those of the snapshot.
- When a newer snapshot replaces it, the next page of a search may repeat or miss papers.
- Without a snapshot these fields are null with the code \`SNAPSHOT_UNAVAILABLE\`. All other fields have data.
- \`/snapshot\` is the download, with a \`repr-digest\` header. On AWS it redirects to a link that works for one minute.

**Counts.** \`totalCount\` and every \`…Count\` are exact for the papers on this server, never estimates. Statistics over time have
\`missingDays\`, the number of days that the server has not read. \`totalCount\` is null with \`startsWith\`, because the server would have
to read every element to count.

**Null** means unknown or none; the field's description says which. Unknown is never 0.

**Days and times.** A \`Date\` is a calendar day in UTC. \`featuredOn\` is the feed's day and \`publishedAt\` is arXiv's date. A paper
featured on two days is one paper. Its \`featuredOn\` is the earlier day. Its votes come from the feed of the later day. Each \`Day.papers\`
shows its own day's votes.

## Limits

| what | limit | beyond it |
|---|---|---|
| cost of a query | ${number(COST_LIMIT)} | \`COST_LIMIT_EXCEEDED\` before anything is read |
| reads of the database by a query | ${READS_LIMIT} | the same |
| nodes of a page | ${MOST_IN_PAGE} | \`BAD_USER_INPUT\` |
| ids or refs in a call of \`nodes\` or \`papersByRef\` | ${MOST_IDS} | \`BAD_USER_INPUT\` |
| body of a POST | ${number(LIMITS.bodyBytes)} bytes | 413, \`REQUEST_TOO_LARGE\` |
| path and query string of a URL | ${number(LIMITS.urlBytes)} bytes | 414, \`REQUEST_TOO_LARGE\` |
| query text | ${number(LIMITS.queryLength)} characters | \`REQUEST_TOO_LARGE\` |
| tokens of a query | ${number(LIMITS.tokens)} | \`REQUEST_TOO_LARGE\` |
| brackets open at once | ${LIMITS.nesting} | \`REQUEST_TOO_LARGE\` |
| depth of fields | ${LIMITS.depth} | \`REQUEST_TOO_LARGE\` |
| aliases, and characters of one | ${LIMITS.aliases}, ${LIMITS.aliasLength} | \`REQUEST_TOO_LARGE\` |
| the same field in one selection set | ${LIMITS.repeats} | \`REQUEST_TOO_LARGE\` |
| directives | ${LIMITS.directives} | \`REQUEST_TOO_LARGE\` |
| \`__schema\` and \`__type\` | ${LIMITS.introspections} | \`REQUEST_TOO_LARGE\` |
| response | ${number(LIMITS.answerBytes)} bytes | \`ANSWER_TOO_LARGE\` |
| time | ${LIMITS.timeoutMs / 1000} s | 504, \`TIMEOUT\` |

**Cost** is computed before a query runs, from its shape and arguments. It is the most that the query can return. Each node costs 1. A list inside a
list costs the product of both page sizes. A list that needs its own read of the database costs 5 more. Scalars, edges and \`pageInfo\` are free. Every response
shows the cost in \`extensions.cost\`. A busy day of 92 papers with 20 authors each costs about 2,000. On AWS, API Gateway may also refuse
many requests at once, with 429 and its own body, \`{"message":"Too Many Requests"}\`.

## Errors

Each error has one of these codes in \`extensions.code\`, and a message. The message names the fix, except with
\`INTERNAL_SERVER_ERROR\`. Fields without an error still have their data.
A response without any data has the status of its error's code, unless the request breaks [a rule of HTTP](#http).

| code | status | meaning |
|---|---|---|
${await errorCodes()}

## HTTP

- **GET and POST** follow GraphQL over HTTP, as released in September 2026. POST takes \`application/json\` only. GET takes \`query\`, \`variables\`,
  \`operationName\` and \`extensions\`. There are no batches, mutations or subscriptions.
- **Media type.** A response is \`application/graphql-response+json\`. If your \`Accept\` names only \`application/json\`, a 2xx response has that type.
- **Status.** 200 is data without errors. ${PARTIAL_SUCCESS}, "Partial Success", is data with errors; with \`application/json\` it is 200. We did not try ${PARTIAL_SUCCESS} behind API Gateway
  and CloudFront. If it doesn't pass, set \`PARTIAL_STATUS=200\` on the server, or \`-c partialStatus=200\` on AWS. Without data,
  the status is that of the error's [code](#errors). An unknown path gets 404. A request that breaks a rule of HTTP gets 405 (method), 406 (\`Accept\`),
  408 (sent too slowly), 413 (body too long), 414 (URL too long), 415 (content type) or 431 (headers too long). Some audits of the
  test suite \`graphql-http\` [contradict GraphQL over HTTP](decisions/0020-graphql-over-http-2026.md) and fail.
- **Compression.** Every text over 1.4 KB is compressed if you accept \`zstd\` or \`gzip\`.
- **Automatic persisted queries** follow Apollo's protocol: \`extensions={"persistedQuery":{"version":1,"sha256Hash":"…"}}\`. The server may forget
  a hash at any time, and then answers \`PERSISTED_QUERY_NOT_FOUND\`. Send the query with its hash.
- **Caching.** A response to GET has an \`ETag\`, and \`If-None-Match\` gets 304. \`Cache-Control\` is \`max-age=${DEFAULT_MAX_AGE_SECONDS}\`, or \`max-age=${PAST_MAX_AGE_SECONDS}\` if
  the query asks only about days more than ${REFRESHED_DAYS} days ago, which no scheduled run reads again. It is \`no-store\` for POST and for errors.
- **Server-Timing** shows the DynamoDB read units that a response used: \`read-units;desc="4.5"\`.
- **CORS** is open to every origin, without credentials.
- **Request ids.** Every response has an \`X-Request-Id\`. Quote it when you report a failure.
- **Other paths.** \`/health\` answers 200 with the latest day while the database answers, else 503. \`/schema.graphql\` is this schema as SDL.

${reference(schema)}`
}
