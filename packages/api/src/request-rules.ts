import { type DocumentNode, getOperationAST, parse } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { refusal } from './errors.ts'
import { documentLimitErrors } from './http/document-limits.ts'
import { LIMITS } from './http/limits.ts'

const tooManyTokens = () =>
  refusal(
    'REQUEST_TOO_LARGE',
    `The query has more than ${LIMITS.tokens} tokens, the most that are read. Split it into several queries.`,
  )

const tooRepetitive = () =>
  refusal('REQUEST_TOO_LARGE', 'The query selects the same fields too often to be checked. Select each once.')

function operationError(document: DocumentNode, name: string | null | undefined) {
  const operation = getOperationAST(document, name)
  if (operation?.operation === 'query') return null
  const message = operation
    ? `This API only answers queries, and has no ${operation.operation}s.`
    : name
      ? 'The document has no operation of the name in `operationName`. Send one of those it has.'
      : 'The document has no operation, or several. Send one, or name the one to run in `operationName`.'
  return refusal('OPERATION_RESOLUTION_FAILURE', message)
}

/**
 * Holds documents to LIMITS: tokens while parsing, the rest before validation, whose cost they bound. And says of an
 * operation that cannot be run why.
 */
export const useRequestRules = (): Plugin => ({
  onParse({ setParseFn }) {
    setParseFn((source, options) => parse(source, { ...options, maxTokens: LIMITS.tokens }))
    return ({ result, context, replaceParseResult }) => {
      if (result instanceof Error) {
        if (result.message.includes('Parsing aborted')) replaceParseResult(tooManyTokens())
        return
      }
      const error = result && operationError(result, context.params.operationName)
      if (error) replaceParseResult(error)
    }
  },
  onValidate({ params, setResult }) {
    const errors = documentLimitErrors(params.documentAST)
    if (errors.length > 0) setResult(errors)
    return ({ valid, result, setResult: replace }) => {
      // What graphql-js says when its comparison of fields of one name exceeds its own bound.
      if (!valid && result.some(({ message }) => message === 'Validation aborted.'))
        replace([tooRepetitive()])
    }
  },
})
