import { refusal } from '@daily-papers/graph/errors.ts'
import { LIMITS } from '../http/limits.ts'

const OPENING = new Set(['{', '[', '('])
const CLOSING = new Set(['}', ']', ')'])
// Tokens that may contain brackets: block strings, strings, comments.
const TOKENS = /"""(?:\\"""|[\s\S])*?(?:"""|$)|"(?:\\.|[^"\\\n\r])*"?|#[^\n\r]*|[{}[\]()]/g

/** The most brackets open at once in a query text. */
export function nestingOf(query: string): number {
  let open = 0
  let deepest = 0
  for (const [token] of query.matchAll(TOKENS)) {
    if (OPENING.has(token)) deepest = Math.max(deepest, ++open)
    else if (CLOSING.has(token)) open--
  }
  return deepest
}

/**
 * Refuses a query text that is too long or too nested. It runs before the parser, which is recursive: 20,000
 * braces would overflow its stack.
 */
export function checkQueryText(query: string): void {
  if (query.length > LIMITS.queryLength) {
    throw refusal(
      'REQUEST_TOO_LARGE',
      `The query has ${query.length} characters; the limit is ${LIMITS.queryLength}. Split it, or pass values as variables.`,
    )
  }
  const nesting = nestingOf(query)
  if (nesting > LIMITS.nesting) {
    throw refusal(
      'REQUEST_TOO_LARGE',
      `The query nests ${nesting} brackets; the limit is ${LIMITS.nesting}. Split it into several queries.`,
    )
  }
}
