import type { Inspect } from '@daily-papers/graph/cost/operation.ts'
import { type GraphQLSchema, getVariableValues } from 'graphql'
import { LIMITS } from '../http/limits.ts'
import { coded } from './coded.ts'
import { isLongerThan } from './length.ts'
import type { PipelinePlugin } from './plugin.ts'
import { tooLarge } from './present.ts'

const MOST_FAULTS = 50

function hasAny(extensions: object): boolean {
  for (const _ in extensions) return true
  return false
}

/**
 * Checks the variables and the cost of a valid query before anything is read, and the length of its result. Both checks
 * share a hook, because each hook costs CPU in every request.
 */
export function checks(schema: GraphQLSchema, inspect?: Inspect): PipelinePlugin {
  return {
    onValidate:
      ({ context: { operation, params, extensions } }) =>
      ({ valid, setResult }) => {
        if (!valid || !operation) return
        const given: Record<string, unknown> = params.variables ?? {}
        const definitions = operation.definition.variableDefinitions ?? []
        // graphql-jit relies on this: its own check lets more pass.
        const { errors } = getVariableValues(schema, definitions, given, { maxErrors: MOST_FAULTS })
        const inspected = errors ? undefined : inspect?.(schema, operation, given)
        if (errors) setResult(errors.map(fault => coded('BAD_USER_INPUT', fault)))
        else if (inspected && 'refused' in inspected) setResult([inspected.refused])
        else if (inspected) Object.assign(extensions, inspected.extensions)
      },
    onExecutionResult({ result, setResult, context: { operation, extensions } }) {
      if (!result || Symbol.asyncIterator in result || result.data === undefined) return
      // Before its text is made: a long field under many aliases is one string in memory, but gigabytes as JSON.
      if (operation?.hasAliases && isLongerThan(result.data, LIMITS.answerBytes))
        setResult({ errors: [tooLarge()] })
      else if (hasAny(extensions)) setResult({ ...result, extensions })
    },
  }
}
