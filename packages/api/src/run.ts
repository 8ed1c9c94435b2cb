/**
 * Runs what is not compiled: by Yoga, once it is loaded. The first query of an instance does not wait for that, and is
 * run by graphql-js alone, which saves a tenth of a cold start.
 */
import { type ExecutionResult, execute, type GraphQLSchema } from 'graphql'
import type { Operation } from './prepare.ts'

/** Runs a prepared operation. Errors come back in the result. */
export type Run = (
  operation: Operation,
  variables: Record<string, unknown>,
  context: object,
) => Promise<ExecutionResult>

const graphqlJs =
  (schema: GraphQLSchema): Run =>
  async ({ document, name }, variableValues, contextValue) =>
    execute({ schema, document, operationName: name, variableValues, contextValue })

export function createRun(schema: GraphQLSchema, importYoga = () => import('./yoga.ts')): Run {
  let run = graphqlJs(schema)
  let isLoading = false
  const load = () => {
    importYoga().then(
      ({ createYogaRun }) => {
        run = createYogaRun(schema)
      },
      // Where it cannot be loaded graphql-js goes on, which answers alike.
      () => undefined,
    )
  }
  return async (...asked) => {
    try {
      return await run(...asked)
    } finally {
      // When the answer is on its way. Nothing waits for it: results of many queries at once would live long.
      if (!isLoading) setImmediate(load)
      isLoading = true
    }
  }
}
