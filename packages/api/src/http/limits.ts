/** Limits of one request. Each leaves room above the largest useful query. */
export const LIMITS = {
  /** Bytes of a POST body. */
  bodyBytes: 100 * 1024,
  /** Bytes of path and query string. API Gateway takes 10,240 bytes of line and headers together. */
  urlBytes: 8 * 1024,
  /** UTF-16 units of the query text. The introspection query has about 1,800. */
  queryLength: 32 * 1024,
  /** Brackets open at once. The introspection query has 14. */
  nesting: 60,
  /** Tokens of a query. The introspection query has about 300. */
  tokens: 2_000,
  /** Depth of fields, without introspection. */
  depth: 16,
  aliases: 60,
  /** Characters of an alias. */
  aliasLength: 100,
  directives: 60,
  /** Repetitions of one field in one place. Validation compares each with each. */
  repeats: 60,
  /** Number of `__schema` and `__type`. */
  introspections: 3,
  /** Bytes of a response. In base64 it fits into Lambda's 6 MB. */
  answerBytes: 4_400_000,
  /** Time limit of a query. API Gateway gives up after 30 s. */
  timeoutMs: 20_000,
} as const
