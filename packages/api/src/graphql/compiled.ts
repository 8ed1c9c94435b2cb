import type { Operation } from '@daily-papers/graph/cost/operation.ts'
import {
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from 'graphql'
import { isCompilable } from './compilable.ts'
import type { PipelineContext, PipelinePlugin } from './plugin.ts'

type Result = ExecutionResult | Promise<ExecutionResult>

/** Runs a compiled query. `interpret` runs it again where the compiled one cannot report an error exactly. */
type RunCompiled = (
  context: unknown,
  variables: Readonly<Record<string, unknown>>,
  interpret: () => Result,
) => Result

const COMPILE_AFTER = 3

/** The error in graphql-js's words. Null when no resolver threw it, because only graphql-js then knows its code. */
function asGraphqlJs(error: GraphQLError): GraphQLError | null {
  const { message, path, originalError, extensions = {}, locations } = error
  if (!originalError) return null
  const same = new GraphQLError(message, { path, originalError, extensions })
  return Object.defineProperty(same, 'locations', { value: locations, enumerable: true })
}

/** Variables that accept null and may be used where null is an error, which graphql-jit does not notice. */
const nullableWithDefault = ({ variableDefinitions = [] }: OperationDefinitionNode): string[] =>
  variableDefinitions
    .filter(({ type, defaultValue }) => defaultValue && type.kind !== Kind.NON_NULL_TYPE)
    .map(({ variable }) => variable.name.value)

async function compile(
  schema: GraphQLSchema,
  { document, definition, name }: Operation,
): Promise<RunCompiled | null> {
  if (!isCompilable(document, definition)) return null
  const { compileQuery, isCompiledQuery } = await import('graphql-jit')
  const compiled = compileQuery(schema, document, name, { disablingCapturingStackErrors: true })
  if (!isCompiledQuery(compiled)) return null
  const nullable = nullableWithDefault(definition)
  return async (context, variables, interpret) => {
    if (nullable.some(name => variables[name] === null)) return interpret()
    const result: ExecutionResult = await compiled.query(undefined, context, variables)
    if (!result.errors) return result
    const [error] = result.errors.map(asGraphqlJs)
    // Of several errors, graphql-jit drops some.
    return error && result.errors.length === 1 ? { ...result, errors: [error] } : interpret()
  }
}

/**
 * Gives resolvers their context, and compiles a query to JavaScript once it was asked `after` times, which saves more
 * than half of the CPU of a page and of a small query. graphql-jit is loaded with the first such query, so that no cold
 * start waits for it.
 */
export function compiled(
  schema: GraphQLSchema,
  contextOf: (request: PipelineContext) => object = request => request,
  after: number | null = COMPILE_AFTER,
): PipelinePlugin {
  const states = new WeakMap<Operation, { asked: number; run: RunCompiled | null }>()
  const runOf = (operation: Operation): RunCompiled | null => {
    const state = states.get(operation) ?? { asked: 0, run: null }
    if (state.asked === 0) states.set(operation, state)
    if (state.asked++ === after) {
      compile(schema, operation).then(
        run => {
          state.run = run
        },
        // A query that cannot be compiled goes on being interpreted.
        () => undefined,
      )
    }
    return state.run
  }
  return {
    onExecute({ args, executeFn, setResultAndStopExecution }) {
      const { operation } = args.contextValue
      const context = contextOf(args.contextValue)
      const interpret = () => executeFn({ ...args, contextValue: context })
      const run = operation && runOf(operation)
      // As a result, because Yoga copies all arguments for a function that it is handed.
      setResultAndStopExecution(run ? run(context, args.variableValues ?? {}, interpret) : interpret())
    },
  }
}
