import type { Inspect } from '@daily-papers/graph/cost/operation.ts'
import type { GraphQLSchema } from 'graphql'
import { LIMITS } from '../http/limits.ts'
import type { Execute, RequestContext } from './answer-graphql.ts'
import { createCompiler } from './compile.ts'
import { isLongerThan } from './length.ts'
import { createPrepare } from './prepare.ts'
import { tooLarge } from './present.ts'
import { createRun } from './run.ts'

export interface ExecutionOptions {
  schema: GraphQLSchema
  /** What resolvers get beside RequestContext; made anew for each request. */
  context?: ((request: RequestContext) => object) | undefined
  inspect?: Inspect | undefined
  /** How often a query is asked before it is compiled; null: none ever is. */
  compileAfter?: number | null | undefined
}

/** Parses, validates and checks queries; runs those asked often compiled, and falls through to Yoga for all others. */
export function createExecute({ schema, context, inspect, compileAfter }: ExecutionOptions): Execute {
  const prepare = createPrepare(schema)
  const compiledOf = createCompiler(schema, compileAfter)
  const run = createRun(schema)
  return async (params, requestContext) => {
    const prepared = prepare(params.query, params.operationName)
    if ('errors' in prepared) return prepared
    const { operation } = prepared
    const given = params.variables ?? {}
    const errors = operation.faultsOfVariables(given)
    if (errors) return { errors }
    const inspected = inspect?.(schema, operation, given)
    if (inspected && 'refused' in inspected) return { errors: [inspected.refused] }
    const contextValue = { ...requestContext, ...context?.(requestContext) }
    const fallThrough = () => run(operation, given, contextValue)
    const compiled = compiledOf(operation)
    const result = await (compiled ? compiled(contextValue, given, fallThrough) : fallThrough())
    // Before its text is made: a long field under many aliases can be one string in memory and gigabytes as JSON.
    if (operation.repeats && isLongerThan(result.data, LIMITS.answerBytes)) return { errors: [tooLarge()] }
    return inspected ? { ...result, extensions: inspected.extensions } : result
  }
}
