import type { ResultOf, VariablesOf } from 'gql.tada'
import type { z } from 'zod'
import type { GraphAnswer } from '../answering.ts'
import { adviceOf } from '../arguments/advice.ts'

export interface Answered<Data, Input> {
  data: Data
  input: Input
  /** Root of the public pages, without a slash at the end. */
  site: string
  /** Errors that set parts of the data to null. */
  errors: GraphAnswer['errors']
}

/** A result: the same facts as text and as data. */
export interface Answer<Output> {
  markdown: string
  structured: Output
}

/** A tool: one document, with functions that build its variables and its result. */
export interface Tool<Document extends object, Input extends z.ZodObject, Output extends z.ZodObject> {
  name: string
  title: string
  /** Description: when to use it. An assistant sees nothing else. */
  description: string
  input: Input
  output: Output
  document: Document
  /** @throws Advice when the input means nothing */
  variables(input: z.infer<Input>, now: number): VariablesOf<Document>
  /** @throws Advice when there is nothing to tell */
  answer(answered: Answered<ResultOf<Document>, z.infer<Input>>): Answer<z.infer<Output>>
}

export type AnyTool = Omit<Tool<object, z.ZodObject, z.ZodObject>, 'variables' | 'answer'> & {
  variables(input: object, now: number): Record<string, unknown>
  answer(answered: Answered<never, object>): Answer<Record<string, unknown>>
}

export const tool = <Document extends object, Input extends z.ZodObject, Output extends z.ZodObject>(
  definition: Tool<Document, Input, Output>,
): AnyTool => definition as unknown as AnyTool

/**
 * A part of the data that the result needs.
 * @throws Advice with the reason why it is missing
 */
export function needed<T>(value: T | null | undefined, errors: GraphAnswer['errors']): T {
  if (value !== null && value !== undefined) return value
  throw adviceOf(errors)
}
