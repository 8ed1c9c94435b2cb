/** What one request may be. Each is set from the largest useful query with room to spare. */
export const LIMITS = {
  /** Of a POST body, in bytes. */
  bodyBytes: 100 * 1024,
  /** Of path and query string; API Gateway takes 10,240 bytes of line and headers together. */
  urlBytes: 8 * 1024,
  /** Of the query text, in UTF-16 units; the introspection query has about 1,800. */
  queryLength: 32 * 1024,
  /** Brackets of any kind open at once; the introspection query has 14. */
  nesting: 60,
  /** Names, values and punctuators of a query; the introspection query has about 300. */
  tokens: 2_000,
  /** Fields inside fields, introspection apart. */
  depth: 16,
  aliases: 60,
  /** Of an alias, in characters. */
  aliasLength: 100,
  directives: 60,
  /** Of one field in one place; validation compares each with each. */
  repeats: 60,
  /** `__schema` and `__type`, wherever they stand. */
  introspections: 3,
  /** Of an answer, in bytes: in base64 it fits into the 6 MB that Lambda takes. */
  answerBytes: 4_400_000,
  /** Of executing a query; API Gateway gives up after 30 s. */
  timeoutMs: 20_000,
} as const
