import type { GraphQLSchema } from 'graphql'
import { builder } from './builder.ts'
import './graph/node.ts'
import './graph/papers.ts'
import './graph/day.ts'
import './graph/author.ts'
import './graph/organization.ts'
import './graph/keyword.ts'
import './graph/changes.ts'
import './graph/history.ts'
import './graph/hub-user.ts'
import './graph/rising.ts'
import './graph/feed-url.ts'
import './graph/status.ts'
import './graph/search.ts'
import './graph/stats.ts'
import './graph/timeline.ts'
import './graph/neighbours.ts'

/** The whole graph. */
export const schema: GraphQLSchema = Object.assign(builder.toSchema({ sortSchema: false }), {
  // Valid by its test, and not checked again at each start: 4 ms of a cold one.
  __validationErrors: [],
  description:
    'The papers that Hugging Face’s Daily Papers featured, with their days, authors, accounts, organizations and keywords. Start at `Query`: `day` for what is new, `papers` for lists, `paper` for one.',
})
