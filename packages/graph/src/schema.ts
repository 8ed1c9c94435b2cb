import type { GraphQLSchema } from 'graphql'
import { builder } from './builder.ts'
import { COST_LIMIT, READS_LIMIT } from './cost/cost.ts'
import './relay/node.ts'
import './types/papers.ts'
import './types/day.ts'
import './types/author.ts'
import './types/organization.ts'
import './types/keyword.ts'
import './types/changes.ts'
import './types/history.ts'
import './types/hub-user.ts'
import './types/rising.ts'
import './types/feed-url.ts'
import './types/status.ts'
import './search/search.ts'
import './search/suggest.ts'
import './types/stats.ts'
import './types/timeline.ts'
import './types/neighbours.ts'

builder.queryType({
  description: `Entry points. All are read-only and need no key. A query costs about 1 for each object that it can return, and more for searches and filters. Lists inside lists multiply: 100 papers, each with the \`hubUser\` of 100 authors, cost over 10000. The limits are a cost of ${COST_LIMIT} and ${READS_LIMIT} database reads: \`extensions.cost\` shows both. The code of an error is in \`extensions.code\`.`,
})

/** The whole graph. */
export const schema: GraphQLSchema = Object.assign(builder.toSchema({ sortSchema: false }), {
  // A test validates the schema. Skipping it here saves 4 ms of a cold start.
  __validationErrors: [],
  description:
    'Hugging Face’s Daily Papers (“the feed”) as a graph: papers, days, authors, accounts, organizations and keywords. Start with `Query.day` for the latest papers, `papers` for lists, `paper` for one.',
})
