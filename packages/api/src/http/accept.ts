import Negotiator from 'negotiator'
import type { HttpRequest } from './message.ts'
import { httpRefusal } from './refuse.ts'

export const GRAPHQL_TYPE = 'application/graphql-response+json'
export const LEGACY_TYPE = 'application/json'
/** Media types of a GraphQL response, the preferred one first. */
const ANSWER_TYPES = [GRAPHQL_TYPE, LEGACY_TYPE] as const
export type AnswerType = (typeof ANSWER_TYPES)[number]

/** The offered types that the client accepts, best first. */
function accepted(accept: string | undefined, offered: readonly string[]): string[] {
  // Everything here is UTF-8; a charset in Accept would only keep the types from matching.
  const plain = accept?.replace(/;\s*charset=[^,;]*/gi, '')
  return new Negotiator({ headers: plain === undefined ? {} : { accept: plain } }).mediaTypes([...offered])
}

/** Whether the client prefers a page over JSON: browsers do. */
export function prefersHtml({ headers }: HttpRequest): boolean {
  return accepted(headers.accept, [...ANSWER_TYPES, 'text/html'])[0] === 'text/html'
}

/**
 * The media type of a GraphQL response: the older one only for a client that names it alone. A wildcard beside it, as some
 * clients send, names nothing.
 * @throws GraphQLError BAD_REQUEST with 406
 */
export function answerType({ headers: { accept } }: HttpRequest): AnswerType {
  // As most clients put it: not worth weighing.
  if (accept === LEGACY_TYPE) return LEGACY_TYPE
  if (accept === undefined || accept === GRAPHQL_TYPE || accept === '*/*') return GRAPHQL_TYPE
  const types = accepted(accept, ANSWER_TYPES)
  const names = (type: AnswerType) => types.includes(type) && accept.toLowerCase().includes(type)
  if (types.includes(GRAPHQL_TYPE) && (names(GRAPHQL_TYPE) || !names(LEGACY_TYPE))) return GRAPHQL_TYPE
  if (types.includes(LEGACY_TYPE)) return LEGACY_TYPE
  const message = `Accept allows no type that this endpoint has. Ask for ${ANSWER_TYPES.join(' or ')}.`
  throw httpRefusal(406, 'BAD_REQUEST', message)
}

/** `Content-Type` of a GraphQL response. A status that is no success says by its type that GraphQL answered, no proxy. */
export const contentType = (type: AnswerType, status: number): string =>
  `${status < 300 ? type : GRAPHQL_TYPE}; charset=utf-8`
