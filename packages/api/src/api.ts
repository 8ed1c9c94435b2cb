import { once } from '@daily-papers/papers/once.ts'
import { lexicographicSortSchema, printSchema } from 'graphql'
import { type AgentsOptions, createAgentsAnswer } from './agents/answer-agents.ts'
import type { Example, ExampleValues } from './graphiql/example.ts'
import { createGraphiQL } from './graphiql/graphiql.ts'
import { answerGraphQL } from './graphql/answer-graphql.ts'
import { createPersistedQueries } from './graphql/persisted.ts'
import { createPipeline, type PipelineOptions } from './graphql/pipeline.ts'
import type { ResponseCache } from './graphql/response-cache.ts'
import { LIMITS } from './http/limits.ts'
import { type Log, logToStderr } from './http/log.ts'
import type { HttpRequest, HttpResponse } from './http/message.ts'
import { httpRefusal } from './http/refuse.ts'
import { answer } from './http/routes.ts'
import type { PartialStatus } from './http/status.ts'
import { createPages, type PagesOptions } from './pages/answer-page.ts'
import { createAsk } from './pages/ask-graph.ts'

/** The API without a transport: node:http and Lambda both hand it their requests. */
export interface Api {
  /** Answers any request, and never throws. */
  handle(request: HttpRequest): Promise<HttpResponse>
}

export interface ApiOptions extends PipelineOptions {
  /** What GraphiQL offers: the first in tabs, the others in a menu. */
  examples?: readonly Example[]
  /** Values for the examples' variables, so that each finds something. */
  exampleValues?: () => Promise<ExampleValues>
  /** What `/schema.graphql` serves. */
  sdl?: string
  /** Serves `/feeds/…`. Absent: 404. */
  feed?: (request: HttpRequest) => Promise<HttpResponse>
  /** Serves `/snapshot`. Absent: 404. */
  download?: () => Promise<HttpResponse>
  /** Loads the pages for every other path. Absent: 404. */
  pages?: PagesOptions['load']
  /** Loads the MCP server at `/mcp`. Absent: 404. */
  agents?: AgentsOptions['load']
  /** Milliseconds since the epoch. */
  now?: () => number
  /** What `/health` reports; throwing means unavailable. */
  check?: () => Promise<Record<string, unknown>>
  /** Absent: every request is executed. */
  responseCache?: ResponseCache | undefined
  log?: Log
  /** Time limit of a query, in milliseconds. */
  timeoutMs?: number
  /** The status of data beside errors: 294, or 200. */
  partialStatus?: PartialStatus | undefined
}

const noFeeds = () => {
  throw httpRefusal(404, 'BAD_REQUEST', 'There are no feeds here. The endpoint is /graphql.')
}

const noDownload = () => {
  throw httpRefusal(404, 'BAD_REQUEST', 'There is no snapshot here. The endpoint is /graphql.')
}

/**
 * All routes of the API: GraphQL with GraphiQL, feeds, the snapshot, `/schema.graphql`, `/health`, assistants, and the
 * pages.
 */
export function createApi(options: ApiOptions): Api {
  const {
    schema,
    examples = [],
    check = async () => ({}),
    now = Date.now,
    log = logToStderr(now),
    timeoutMs = LIMITS.timeoutMs,
  } = options
  const graphiql = createGraphiQL(examples, options.exampleValues)
  const execute = createPipeline(options)
  const { pages, agents } = options
  const ask = createAsk({ execute, log, timeoutMs })
  const graphql = {
    execute,
    persisted: createPersistedQueries(),
    responseCache: options.responseCache,
    log,
    timeoutMs,
    partialStatus: options.partialStatus,
  }
  const routes = {
    graphql: (request: HttpRequest) => answerGraphQL(request, graphql),
    graphiqlPage: graphiql.page,
    graphiqlFile: graphiql.file,
    sdl: once(() => options.sdl ?? `${printSchema(lexicographicSortSchema(schema))}\n`),
    feed: options.feed ?? noFeeds,
    download: options.download ?? noDownload,
    ...(pages && { page: createPages({ ask, load: pages, now, log }) }),
    ...(agents && { agents: createAgentsAnswer({ ask, load: agents, now, log, timeoutMs }) }),
    check,
    log,
  }
  return { handle: request => answer(request, routes) }
}
