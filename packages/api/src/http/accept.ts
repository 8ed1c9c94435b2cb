import Negotiator from 'negotiator'
import type { HttpRequest } from './message.ts'
import { httpRefusal } from './refuse.ts'

/** Media types of a GraphQL answer, the preferred one first: without an `Accept` header it is the oldest. */
export const ANSWER_TYPES = ['application/json', 'application/graphql-response+json'] as const
export type AnswerType = (typeof ANSWER_TYPES)[number]

function preferred(request: HttpRequest, offered: readonly string[]): string | undefined {
  // Everything here is UTF-8; a charset in Accept would only keep the types from matching.
  const accept = request.headers.accept?.replace(/;\s*charset=[^,;]*/gi, '')
  return new Negotiator({ headers: accept === undefined ? {} : { accept } }).mediaType([...offered])
}

/** Whether the client prefers a page over JSON: browsers do. */
export function prefersHtml(request: HttpRequest): boolean {
  return preferred(request, [...ANSWER_TYPES, 'text/html']) === 'text/html'
}

/** The media type to answer a GraphQL request with; BAD_REQUEST when the client takes none. */
export function answerType(request: HttpRequest): AnswerType {
  // As most clients put it: not worth weighing.
  if (request.headers.accept === 'application/json') return 'application/json'
  const type = preferred(request, ANSWER_TYPES)
  const found = ANSWER_TYPES.find(offered => offered === type)
  if (found) return found
  throw httpRefusal(
    406,
    'BAD_REQUEST',
    `Nothing here is of a type that Accept allows. Ask for ${ANSWER_TYPES.join(' or ')}.`,
  )
}
