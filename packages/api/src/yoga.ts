import {
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  lexicographicSortSchema,
  printSchema,
} from 'graphql'
import { createYoga, type Plugin } from 'graphql-yoga'
import { LRUCache } from 'lru-cache'
import { createGraphiQL, type Example } from './graphiql.ts'
import { answerGraphQL, type Execute, type RequestContext } from './http/graphql.ts'
import { LIMITS } from './http/limits.ts'
import { type HttpRequest, type HttpResponse, type Log, logToStderr } from './http/message.ts'
import { createPersistedQueries } from './http/persisted.ts'
import { httpRefusal } from './http/refuse.ts'
import { answer } from './http/routes.ts'
import { useRequestRules } from './request-rules.ts'

/** The API without a transport: node:http and Lambda both hand it their requests. */
export interface Api {
  /** Answers any request; never throws. */
  handle(request: HttpRequest): Promise<HttpResponse>
}

export interface ApiOptions {
  schema: GraphQLSchema
  /** What resolvers get beside RequestContext; made anew for each request. */
  context?: (request: RequestContext) => object
  /** Plugins of Yoga or Envelop. Those that speak HTTP do not run: the rules of `http/` are all there is. */
  plugins?: readonly Plugin[]
  /** The tabs that GraphiQL opens with. */
  examples?: readonly Example[]
  /** What `/schema.graphql` serves. */
  sdl?: string
  /** Answers what is under `/feeds/`; without it there is nothing there. */
  feed?: (request: HttpRequest) => Promise<HttpResponse>
  /** What `/health` reports; throwing means unavailable. */
  check?: () => Promise<Record<string, unknown>>
  log?: Log
  /** Of executing a query, in milliseconds. */
  timeoutMs?: number
}

/** Parses, validates and runs queries by Yoga, leaving its HTTP layer out. */
function createExecute({ schema, context, plugins = [] }: ApiOptions): Execute {
  // Bounded by the length of the texts: a document takes up to a thousand times its text in memory.
  const documents = new LRUCache<string, DocumentNode>({
    maxSize: 250_000,
    sizeCalculation: (_, query) => query.length + 1,
  })
  const yoga = createYoga<RequestContext>({
    schema,
    context,
    plugins: [useRequestRules(), ...plugins],
    parserAndValidationCache: {
      documentCache: documents,
      errorCache: { get: () => undefined, set: () => undefined },
    },
    maskedErrors: false,
    logging: false,
  })
  return async (params, { method, path }, requestContext) => {
    // The host is nobody's: the client's is never trusted to be part of a URL.
    const request = new Request(`http://api.invalid${path}`, { method })
    const { query, operationName, variables, extensions } = params
    const result = await yoga.getResultForParams(
      {
        request,
        params: {
          query,
          operationName: operationName ?? undefined,
          variables: variables ?? undefined,
          extensions: extensions ?? undefined,
        },
      },
      { ...requestContext },
    )
    if (!result || Symbol.asyncIterator in result) throw new Error('An operation gave no single result')
    return result as ExecutionResult
  }
}

const noFeeds = () => {
  throw httpRefusal(404, 'BAD_REQUEST', 'There are no feeds here. The endpoint is /graphql.')
}

/** Everything the API answers: GraphQL with GraphiQL, feeds, `/schema.graphql`, `/health` and a landing at `/`. */
export function createApi(options: ApiOptions): Api {
  const {
    schema,
    examples = [],
    check = async () => ({}),
    log = logToStderr,
    timeoutMs = LIMITS.timeoutMs,
  } = options
  const graphiql = createGraphiQL(examples)
  const graphql = { execute: createExecute(options), persisted: createPersistedQueries(), log, timeoutMs }
  const routes = {
    graphql: (request: HttpRequest) => answerGraphQL(request, graphql),
    graphiqlPage: graphiql.page,
    graphiqlFile: graphiql.file,
    sdl: options.sdl ?? `${printSchema(lexicographicSortSchema(schema))}\n`,
    feed: options.feed ?? noFeeds,
    check,
    log,
  }
  return { handle: request => answer(request, routes) }
}
