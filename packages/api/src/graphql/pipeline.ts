import type { Inspect } from '@daily-papers/graph/cost/operation.ts'
import type { GraphQLSchema } from 'graphql'
import { createYoga, type Plugin } from 'graphql-yoga'
import type { Execute, RequestContext } from './answer-graphql.ts'
import { checks } from './checks.ts'
import { compiled } from './compiled.ts'
import { documents, type PreparedOperation } from './documents.ts'

/** What the plugins of one request share. */
export interface PipelineContext extends RequestContext {
  /** Set by `documents`; null for a document that is refused. */
  operation: PreparedOperation | null
  /** `extensions` of the result: `checks` and resolvers add to them. */
  extensions: Record<string, unknown>
}

export type PipelinePlugin = Plugin<PipelineContext, PipelineContext>

export interface PipelineOptions {
  schema: GraphQLSchema
  /** What resolvers get besides RequestContext, made for each request. */
  context?: ((request: PipelineContext) => object) | undefined
  inspect?: Inspect | undefined
  /** Requests for a query before it is compiled; null: no query is compiled. */
  compileAfter?: number | null | undefined
}

const addContext = (make: (request: PipelineContext) => object): PipelinePlugin => ({
  onContextBuilding: ({ context, extendContext }) => extendContext(make(context)),
})

/** Yoga reads the method alone. Making a real `Request` would load Node's web client. */
const REQUEST = { method: 'POST' } as Request

/** Yoga's pipeline: parse, validate, check, execute. Its HTTP layer does not run: `answer-graphql.ts` takes its place. */
export function createPipeline({ schema, context, inspect, compileAfter }: PipelineOptions): Execute {
  const { getResultForParams } = createYoga<PipelineContext>({
    schema,
    plugins: [
      documents(schema),
      checks(schema, inspect),
      ...(context ? [addContext(context)] : []),
      compiled(schema, compileAfter),
    ],
    // `documents` and `present` do the work of these.
    parserAndValidationCache: false,
    maskedErrors: false,
    logging: false,
    graphiql: false,
    cors: false,
    multipart: false,
  })
  return async ({ query, operationName, variables }, requestContext) => {
    const params = { query, operationName: operationName ?? undefined, variables: variables ?? {} }
    const context = { ...requestContext, operation: null, extensions: {} }
    const result = await getResultForParams({ request: REQUEST, params }, context)
    if (!result || Symbol.asyncIterator in result) throw new Error('An operation gave no single result')
    return result
  }
}
