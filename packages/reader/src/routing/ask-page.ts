import { hash } from 'node:crypto'
import type { ResultOf } from 'gql.tada'
import { textOf } from '../graph/graphql.ts'
import type { Ask, Question, ReaderRequest } from '../reader.ts'

/** The API took longer than a reader waits. */
export class Late extends Error {}

/** A page's document with the variables of one request. */
export interface PageQuestion<Document extends object = object> {
  document: Document
  variables: Record<string, unknown>
}

export interface Asking {
  ask: Ask
  request: ReaderRequest
  timeoutMs: number
}

const questions = new WeakMap<object, Question>()

/** A document with its hash. */
export function questionOf(document: object): Question {
  const known = questions.get(document)
  if (known) return known
  const text = textOf(document)
  const question = { text, sha256: hash('sha256', text, 'hex') }
  questions.set(document, question)
  return question
}

/** The API's result for a page. `data` is null without any data, and `codes` says why parts are missing. */
export async function askPage<Document extends object>(
  { document, variables }: PageQuestion<Document>,
  { ask, request, timeoutMs }: Asking,
) {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Late(`The API took longer than ${timeoutMs} ms`)), timeoutMs)
  try {
    const answer = await Promise.race([ask(questionOf(document), variables, request), late])
    const codes = new Set((answer.errors ?? []).map(({ extensions }) => String(extensions?.code)))
    // A response with errors may be complete a second later, so it is not cached.
    const maxAgeSeconds = codes.size > 0 ? null : (answer.maxAgeSeconds ?? null)
    return { data: (answer.data ?? null) as ResultOf<Document> | null, codes, maxAgeSeconds }
  } finally {
    clearTimeout(timer)
  }
}
