import type { Inspect } from '@daily-papers/graph/cost/operation.ts'
import type { ExecutionResult, GraphQLError, GraphQLSchema } from 'graphql'
import type { YogaInitialContext } from 'graphql-yoga'
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
 * Refuses an invalid document, wrong variables or too high a cost before anything is read. All share a hook, because each
 * hook costs CPU in every request.
 */
export function checks(schema: GraphQLSchema, inspect?: Inspect): PipelinePlugin {
  const faultsIn = ({
    operation,
    params,
    extensions,
  }: PipelineContext & Pick<YogaInitialContext, 'params'>): readonly GraphQLError[] => {
    if (!operation || operation.faults.length > 0) return operation?.faults ?? []
    const given: Record<string, unknown> = params.variables ?? {}
    // graphql-jit relies on this: its own check lets more pass.
    const errors = operation.checkVariables(given)
    if (errors) return errors.map(fault => coded('BAD_USER_INPUT', fault))
    const inspected = inspect?.(schema, operation, given)
    if (inspected && 'refused' in inspected) return [inspected.refused]
    if (inspected) Object.assign(extensions, inspected.extensions)
    return []
  }
  return { onValidate: ({ context, setResult }) => setResult(faultsIn(context)) }
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
