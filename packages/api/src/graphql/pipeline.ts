import type { Inspect } from '@daily-papers/graph/cost/operation.ts'
import type { GraphQLSchema } from 'graphql'
import { createYoga, type YogaInitialContext } from 'graphql-yoga'
import { asGraphQLError } from '../http/public-errors.ts'
import type { Execute } from './answer-graphql.ts'
import { checkedResult, checks } from './checks.ts'
import { compiled } from './compiled.ts'
import { documents } from './documents.ts'
import type { PipelineContext } from './plugin.ts'

export interface PipelineOptions {
  schema: GraphQLSchema
  /** Makes the resolvers' context for each request. */
  context?: ((request: PipelineContext) => object) | undefined
  inspect?: Inspect | undefined
  /** Requests for a query before it is compiled. Null: never. */
  compileAfter?: number | null | undefined
}

/** Yoga reads the method alone. Making a real `Request` would load Node's web client. */
const REQUEST = { method: 'POST' } as Request

/** Yoga's pipeline: parse, validate, check, execute. Its HTTP layer does not run: `answer-graphql.ts` takes its place. */
export function createPipeline({
  schema,
  context: contextOf,
  inspect,
  compileAfter,
}: PipelineOptions): Execute {
  const { getEnveloped } = createYoga<PipelineContext>({
    schema,
    plugins: [documents(schema), checks(schema, inspect), compiled(schema, contextOf, compileAfter)],
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
    const context: PipelineContext & Pick<YogaInitialContext, 'request' | 'params'> = {
      ...requestContext,
      request: REQUEST,
      params,
      operation: null,
      extensions: {},
    }
    const { parse, validate, contextFactory, execute } = getEnveloped(context)
    try {
      const document = parse(query)
      const errors = validate(schema, document)
      if (errors.length > 0) return { errors }
      const contextValue = await contextFactory()
      const result = await execute({
        schema,
        document,
        contextValue,
        variableValues: params.variables,
        operationName: params.operationName,
      })
      return checkedResult(result, context)
    } catch (error) {
      return { errors: [asGraphQLError(error)] }
    }
  }
}
