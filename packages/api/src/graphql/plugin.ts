import type { Operation } from '@daily-papers/graph/cost/operation.ts'
import type { Plugin } from 'graphql-yoga'
import type { RequestContext } from './answer-graphql.ts'
import type { CheckVariables } from './variables.ts'

/** An operation of a document that may not be validated yet. */
export interface PreparedOperation extends Operation {
  isValid: boolean
  /** Whether the document has aliases. One long text may then be in the result many times. */
  hasAliases: boolean
  checkVariables: CheckVariables
}

/** The state that the plugins of one request share. */
export interface PipelineContext extends RequestContext {
  /** Set by `documents`; null for a document that is refused. */
  operation: PreparedOperation | null
  /** `extensions` of the result: `checks` and resolvers add to them. */
  extensions: Record<string, unknown>
}

export type PipelinePlugin = Plugin<PipelineContext, PipelineContext>
