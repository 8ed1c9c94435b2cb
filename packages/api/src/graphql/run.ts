/**
 * Runs what is not compiled: by Yoga, once it is loaded. Nothing waits for that: until then graphql-js alone runs the
 * queries of an instance, which saves a tenth of a cold start.
 */
import { type ExecutionResult, execute, type GraphQLSchema } from 'graphql'
import { onceLater } from '../later.ts'
import type { PreparedOperation } from './prepare.ts'

/** Runs a prepared operation. Errors come back in the result. */
export type Run = (
  operation: PreparedOperation,
  variables: Record<string, unknown>,
  context: object,
) => Promise<ExecutionResult>

const graphqlJs =
  (schema: GraphQLSchema): Run =>
  async ({ document, name }, variableValues, contextValue) =>
    execute({ schema, document, operationName: name, variableValues, contextValue })

const yoga = async (schema: GraphQLSchema): Promise<Run> => (await import('./yoga.ts')).createYogaRun(schema)

export function createRun(schema: GraphQLSchema, loadYoga = yoga): Run {
  let run = graphqlJs(schema)
  // Where Yoga cannot be loaded graphql-js goes on, which answers alike.
  const load = onceLater(async () => {
    run = await loadYoga(schema)
  })
  return async (...asked) => {
    try {
      return await run(...asked)
    } finally {
      // Nothing waits for it: results of many queries at once would live long.
      load()
    }
  }
}
