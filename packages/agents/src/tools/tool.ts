import type { ResultOf, VariablesOf } from 'gql.tada'
import type { z } from 'zod'
import type { GraphAnswer } from '../answering.ts'
import { adviceOf } from '../arguments/advice.ts'

export interface Answered<Data, Input> {
  data: Data
  input: Input
  /** Where the pages are, without a slash at the end. */
  site: string
  /** What left parts of the data null. */
  errors: GraphAnswer['errors']
}

/** What an assistant gets: the same facts to read and as data. */
export interface Answer<Output> {
  markdown: string
  structured: Output
}

/** A tool: one document of the graph, with how its variables and its answer are made. */
export interface Tool<Document extends object, Input extends z.ZodObject, Output extends z.ZodObject> {
  name: string
  title: string
  /** Says when to use it; an assistant sees nothing else. */
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

/** A part of the data that the answer needs. @throws Advice with the reason why it is missing */
export function needed<T>(value: T | null | undefined, errors: GraphAnswer['errors']): T {
  if (value !== null && value !== undefined) return value
  throw adviceOf(errors)
}
