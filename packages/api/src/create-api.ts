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
import { type HttpRequest, type HttpResponse, type Log, logToStderr } from './http/message.ts'
import { httpRefusal } from './http/refuse.ts'
import { answer } from './http/routes.ts'
import type { PartialStatus } from './http/status.ts'
import { createPages, type PagesOptions } from './pages/answer-page.ts'
import { createAsk } from './pages/ask-graph.ts'

/** The API without a transport: node:http and Lambda both hand it their requests. */
export interface Api {
  /** Answers any request; never throws. */
  handle(request: HttpRequest): Promise<HttpResponse>
}

export interface ApiOptions extends PipelineOptions {
  /** What GraphiQL offers: the first in tabs, the others in a menu. */
  examples?: readonly Example[]
  /** Values for the variables of the examples, so that they find something. */
  exampleValues?: () => Promise<ExampleValues>
  /** What `/schema.graphql` serves. */
  sdl?: string
  /** Answers what is under `/feeds/`; without it there is nothing there. */
  feed?: (request: HttpRequest) => Promise<HttpResponse>
  /** What `/snapshot` answers; without it there is nothing there. */
  download?: () => Promise<HttpResponse>
  /** Loads the pages that every other path leads to; without it there are none. */
  pages?: PagesOptions['load']
  /** Loads what answers assistants at `/mcp`; without it there is nothing there. */
  agents?: AgentsOptions['load']
  /** Milliseconds since the epoch. */
  now?: () => number
  /** What `/health` reports; throwing means unavailable. */
  check?: () => Promise<Record<string, unknown>>
  /** Absent: every request is executed. */
  responseCache?: ResponseCache | undefined
  log?: Log
  /** Of executing a query, in milliseconds. */
  timeoutMs?: number
  /** The status of data beside errors; 294 unless 200 is asked for. */
  partialStatus?: PartialStatus | undefined
}

const noFeeds = () => {
  throw httpRefusal(404, 'BAD_REQUEST', 'There are no feeds here. The endpoint is /graphql.')
}

const noDownload = () => {
  throw httpRefusal(404, 'BAD_REQUEST', 'There is no snapshot here. The endpoint is /graphql.')
}

/** Everything the API answers: GraphQL with GraphiQL, feeds, the snapshot, `/schema.graphql`, `/health`, assistants, and pages everywhere else. */
export function createApi(options: ApiOptions): Api {
  const {
    schema,
    examples = [],
    check = async () => ({}),
    log = logToStderr,
    timeoutMs = LIMITS.timeoutMs,
  } = options
  const graphiql = createGraphiQL(examples, options.exampleValues)
  const execute = createPipeline(options)
  const { pages, agents, now = Date.now } = options
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
