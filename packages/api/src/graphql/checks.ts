import type { Inspect } from '@daily-papers/graph/cost/operation.ts'
import type { ExecutionResult, GraphQLSchema } from 'graphql'
import { LIMITS } from '../http/limits.ts'
import { coded } from './coded.ts'
import { isLongerThan } from './length.ts'
import type { PipelineContext, PipelinePlugin } from './plugin.ts'
import { tooLarge } from './present.ts'

function hasAny(extensions: object): boolean {
  for (const _ in extensions) return true
  return false
}

/**
 * Checks the variables and the cost of a valid query before anything is read. Both share a hook, because each hook costs
 * CPU in every request.
 */
export function checks(schema: GraphQLSchema, inspect?: Inspect): PipelinePlugin {
  return {
    onValidate:
      ({ context: { operation, params, extensions } }) =>
      ({ valid, setResult }) => {
        if (!valid || !operation) return
        const given: Record<string, unknown> = params.variables ?? {}
        // graphql-jit relies on this: its own check lets more pass.
        const errors = operation.checkVariables(given)
        const inspected = errors ? undefined : inspect?.(schema, operation, given)
        if (errors) setResult(errors.map(fault => coded('BAD_USER_INPUT', fault)))
        else if (inspected && 'refused' in inspected) setResult([inspected.refused])
        else if (inspected) Object.assign(extensions, inspected.extensions)
      },
  }
}

/** A result with its extensions, or an error in place of one that is too long. */
export function checkedResult(
  result: ExecutionResult,
  { operation, extensions }: PipelineContext,
): ExecutionResult {
  const { data, errors } = result
  if (data === undefined) return result
  // Before its text is made: a long field under many aliases is one string in memory, but gigabytes as JSON.
  if (operation?.hasAliases && isLongerThan(data, LIMITS.answerBytes)) return { errors: [tooLarge()] }
  return hasAny(extensions) ? { data, ...(errors && { errors }), extensions } : result
}
