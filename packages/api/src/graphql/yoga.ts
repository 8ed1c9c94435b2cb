import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql'
import { createYoga, type Plugin } from 'graphql-yoga'
import type { Run } from './run.ts'

/** Hands Yoga the document that is parsed and valid already. */
const usePrepared = (): Plugin<{ prepared: DocumentNode }> => ({
  onParse: ({ context, setParsedDocument }) => setParsedDocument(context.prepared),
  onValidate: ({ setResult }) => setResult([]),
})

/** Yoga without its HTTP layer, whose rules are those of `http/`: it runs what is not compiled. */
export function createYogaRun(schema: GraphQLSchema): Run {
  const yoga = createYoga<{ prepared: DocumentNode }>({
    schema,
    plugins: [usePrepared()],
    parserAndValidationCache: false,
    maskedErrors: false,
    logging: false,
  })
  // The host is nobody's: the client's is never trusted to be part of a URL.
  const request = new Request('http://api.invalid/graphql', { method: 'POST' })
  return async ({ document, text, name }, variables, context) => {
    const params = { query: text, operationName: name, variables }
    const result = await yoga.getResultForParams({ request, params }, { ...context, prepared: document })
    if (!result || Symbol.asyncIterator in result) throw new Error('An operation gave no single result')
    return result as ExecutionResult
  }
}
