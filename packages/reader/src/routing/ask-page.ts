import { hash } from 'node:crypto'
import type { ResultOf } from 'gql.tada'
import { textOf } from '../graph/graphql.ts'
import type { Ask, Question, ReaderRequest } from '../reader.ts'

/** The graph took longer than a person waits. */
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

/** A document as it is sent. */
export function questionOf(document: object): Question {
  const known = questions.get(document)
  if (known) return known
  const text = textOf(document)
  const question = { text, sha256: hash('sha256', text, 'hex') }
  questions.set(document, question)
  return question
}

/** What the graph says to a page; `data` is null when it says nothing, and `codes` tell why parts are missing. */
export async function askPage<Document extends object>(
  { document, variables }: PageQuestion<Document>,
  { ask, request, timeoutMs }: Asking,
) {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Late(`The graph took longer than ${timeoutMs} ms`)), timeoutMs)
  try {
    const answer = await Promise.race([ask(questionOf(document), variables, request), late])
    const codes = new Set((answer.errors ?? []).map(({ extensions }) => String(extensions?.code)))
    // An answer with errors may be whole in a second.
    const maxAgeSeconds = codes.size > 0 ? null : (answer.maxAgeSeconds ?? null)
    return { data: (answer.data ?? null) as ResultOf<Document> | null, codes, maxAgeSeconds }
  } finally {
    clearTimeout(timer)
  }
}
