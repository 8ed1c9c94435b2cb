import type { ExecutionResult } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { COST_LIMIT, costOf, refusalOf } from './cost.ts'

const isSingle = (result: unknown): result is ExecutionResult =>
  typeof result === 'object' && result !== null && !(Symbol.asyncIterator in result)

/** Refuses what costs too much before anything is read, and tells in `extensions.cost` what a query cost. */
export function costPlugin(): Plugin {
  return {
    onExecute({ args, setResultAndStopExecution }) {
      const cost = costOf(args.schema, args.document, args.operationName, args.variableValues ?? {})
      if (!cost) return undefined
      const refused = refusalOf(cost)
      if (refused) {
        setResultAndStopExecution({ errors: [refused] })
        return undefined
      }
      const shown = { requested: cost.cost, limit: COST_LIMIT }
      return {
        onExecuteDone({ result, setResult }) {
          if (isSingle(result)) setResult({ ...result, extensions: { ...result.extensions, cost: shown } })
        },
      }
    },
  }
}
