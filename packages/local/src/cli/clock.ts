/**
 * A clock that shows `start` now and then runs at real speed. Without `start` it is the real clock.
 * @param start ISO 8601 with an offset
 * @param real milliseconds since 1970
 */
export function clockFrom(start: string | undefined, real: () => number = Date.now): () => number {
  if (start === undefined) return real
  const ahead = Date.parse(start) - real()
  return () => real() + ahead
}
