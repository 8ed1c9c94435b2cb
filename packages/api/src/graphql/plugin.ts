import type { Operation } from '@daily-papers/graph/cost/operation.ts'
import type { GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { RequestContext } from './answer-graphql.ts'
import type { CheckVariables } from './variables.ts'

/** An operation, and what validation found in its document. */
export interface PreparedOperation extends Operation {
  /** Empty: the document is valid. */
  faults: readonly GraphQLError[]
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
