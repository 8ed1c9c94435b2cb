import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { schema } from '@daily-papers/graph/schema.ts'
import { MAX_RANKED_DAYS } from '@daily-papers/store/questions.ts'
import { DEFAULT_MAX_AGE_SECONDS } from '../../packages/api/src/http/cache.ts'
import { PAST_MAX_AGE_SECONDS } from '../../packages/api/src/http/freshness.ts'
import { LIMITS } from '../../packages/api/src/http/limits.ts'
import { DEFAULT_PAGE, MOST_IN_PAGE } from '../../packages/graph/src/arguments/page.ts'
import { COST_LIMIT, REQUEST_LIMIT } from '../../packages/graph/src/cost/cost.ts'
import { MOST_IDS } from '../../packages/graph/src/relay/node.ts'
import { reference } from './reference.ts'

const number = (value: number): string => value.toLocaleString('en')

/** The codes of `errors.ts`, each with the comment above it; codes without one share that of the code before. */
async function errorCodes(): Promise<string> {
  const source = await readFile(fileURLToPath(import.meta.resolve('@daily-papers/graph/errors.ts')), 'utf8')
  const documented = source.matchAll(/^ {2}\/\*\* (.+) \*\/\n((?: {2}'[A-Z_]+',\n)+)/gm)
  return [...documented]
    .map(
      ([, meaning, codes = '']) =>
        `| ${codes
          .match(/[A-Z_]+/g)
          ?.map(code => `\`${code}\``)
          .join(', ')} | ${meaning} |`,
    )
    .join('\n')
}

/** docs/api.md: what is promised, its figures from the code that holds to them, then all of the schema. */
export async function apiPage(): Promise<string> {
  return `<!-- Made by \`pnpm schema\` from test/docs; do not edit. -->
# The API

One endpoint, \`/graphql\`, read-only, without a key. The schema is served at \`/schema.graphql\`; a browser that opens the endpoint gets
GraphiQL with [example queries](../packages/api/examples). How to ask from a program: [clients.md](clients.md).

## Conventions

**Ids.** \`id\` is opaque, unique among all nodes and never changes; \`node\` and \`nodes\` find by it. What people write has a name of its own:
\`paperId\`, \`ref\`, \`name\`, \`username\`, \`date\`.

**Pages.** Every list is a Relay connection (\`changes\`, which has no end to begin from, pages forward alone and has no total): \`first\` with \`after\`, or \`last\` with \`before\`; ${DEFAULT_PAGE} without either, ${MOST_IN_PAGE} at most, more is an error.
\`first: 0\` gives the counts alone. Read \`nodes\`, or \`edges\` with a cursor each. \`hasNextPage\` is exact when paging forward and
\`hasPreviousPage\` when paging backward; the other one is true exactly when a cursor was given.

**Cursors** are positions, not offsets. A cursor is valid only in the list, order and filter that it came from, and anywhere else it is refused;
it stays valid across deployments, also when its row has moved or gone. Papers that arrive never shift a page. By featured day, arXiv date
and name, a walk sees every row that was there from its start to its end exactly once. By votes, trending and number of papers, a row that moves past
the cursor during the walk may be missed or seen twice, but never out of order ([why](decisions/0007-cursors.md)). A cursor of \`lastDays\`
goes on working after midnight, in the days that are then the last. Among a paper's authors the position is the place in the printed order.

**Orders** are total: ties are broken by a unique key in the same direction. 

**Filters, search and numbers** beyond what an index answers come from a snapshot of the corpus, made after each run that changed something:
\`status { snapshotAt }\` tells its age. An index answers for papers under no filter, and under \`featured\` alone in the order \`FEATURED_ON\` or for up
to ${MAX_RANKED_DAYS} days. The papers shown are always those of now; order and counts are those of the snapshot. Positions in a search are places in it, so
a page asked for after a newer snapshot may repeat or miss some. While there is no snapshot, \`search\`, \`stats\`, timelines, trends,
neighbours and such lists of papers are null, each with the code \`SNAPSHOT_UNAVAILABLE\`; everything else in the query is answered. The snapshot itself is at
\`/snapshot\`: one SQLite file, with the header \`repr-digest\` or, on AWS, by a redirect that is good for one minute.

**Counts.** \`totalCount\` and every \`…Count\` are exact. \`totalCount\` is null where only counting all rows would tell, never an estimate.

**Null** means unknown, or that there is none; the description says which. Unknown is never 0, and what is not found is null, not an error.

**Days and times.** A \`Date\` is a calendar day in UTC. \`featuredOn\` is the day of the feed, \`publishedAt\` is arXiv's. A paper that two days featured
is one paper: its \`featuredOn\` is the first of them, its votes are those of the last, and each day shows those read on it.

## Limits

| what | limit | beyond it |
|---|---|---|
| cost of a query | ${number(COST_LIMIT)} | \`COST_LIMIT_EXCEEDED\` before anything is read |
| reads of the store by a query | ${REQUEST_LIMIT} | the same |
| rows of a page | ${MOST_IN_PAGE} | \`BAD_USER_INPUT\` |
| ids or refs in a call of \`nodes\` or \`papersByRef\` | ${MOST_IDS} | \`BAD_USER_INPUT\` |
| body of a POST | ${number(LIMITS.bodyBytes)} bytes | 413, \`REQUEST_TOO_LARGE\` |
| path and query string of a URL | ${number(LIMITS.urlBytes)} bytes | 414, \`REQUEST_TOO_LARGE\` |
| query text | ${number(LIMITS.queryLength)} characters | \`REQUEST_TOO_LARGE\` |
| tokens of a query | ${number(LIMITS.tokens)} | \`REQUEST_TOO_LARGE\` |
| brackets open at once | ${LIMITS.nesting} | \`REQUEST_TOO_LARGE\` |
| depth of fields | ${LIMITS.depth} | \`REQUEST_TOO_LARGE\` |
| aliases, and characters of one | ${LIMITS.aliases}, ${LIMITS.aliasLength} | \`REQUEST_TOO_LARGE\` |
| the same field in one place | ${LIMITS.repeats} | \`REQUEST_TOO_LARGE\` |
| directives | ${LIMITS.directives} | \`REQUEST_TOO_LARGE\` |
| \`__schema\` and \`__type\` | ${LIMITS.introspections} | \`REQUEST_TOO_LARGE\` |
| answer | ${number(LIMITS.answerBytes)} bytes | \`ANSWER_TOO_LARGE\` |
| time | ${LIMITS.timeoutMs / 1000} s | 504, \`TIMEOUT\` |

**Cost** is what a query may give at most, from its shape and arguments alone: each node 1, so a list costs the size of its page, times the objects
around it; a list that is read by itself 5 more; scalars, edges and \`pageInfo\` nothing. Each answer tells it in \`extensions.cost\`. A whole day of
92 papers with 20 authors each costs about 2,000. On AWS, API Gateway may also refuse a burst with 429 and a body of its own,
\`{"message":"Too Many Requests"}\`.

## Errors

Each error has a message that names what to mend and, in \`extensions.code\`, one of these. Data that could be had is there beside them.

| code | meaning |
|---|---|
${await errorCodes()}

## HTTP

- **GET and POST** by the GraphQL-over-HTTP specification. POST takes \`application/json\` alone; GET takes \`query\`, \`variables\`, \`operationName\` and
  \`extensions\`. No batches, no mutations, no subscriptions.
- **Status.** \`Accept: application/graphql-response+json\` gives 400 for a query that cannot run; \`application/json\`, the default, gives 200 with
  \`errors\`. What is no GraphQL request at all is 4xx either way.
- **Automatic persisted queries** by Apollo's protocol: \`extensions={"persistedQuery":{"version":1,"sha256Hash":"…"}}\`. A hash that is not known is
  \`PERSISTED_QUERY_NOT_FOUND\`, at any time and as a matter of course: send the query with it.
- **Caching.** An answer to GET has an \`ETag\`; \`If-None-Match\` gives 304. \`Cache-Control\` is \`max-age=${DEFAULT_MAX_AGE_SECONDS}\`, or \`max-age=${PAST_MAX_AGE_SECONDS}\` when all
  that was asked is about days too old to change; \`no-store\` for POST and for errors.
- **Server-Timing** tells the DynamoDB read units that an answer took: \`read-units;desc="4.5"\`.
- **CORS** is open to every origin, without credentials.
- **Request ids.** Every answer has an \`X-Request-Id\`; name it when you report a failure.
- \`/health\`: 200 with the latest day while the store answers, else 503. \`/schema.graphql\`: this schema, as SDL.

${reference(schema)}`
}
