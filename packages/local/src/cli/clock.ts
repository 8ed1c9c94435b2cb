/**
 * A clock that shows `start` now and runs from there at the real speed; the real clock without it.
 * @param start an instant as ISO 8601 with its offset
 * @param real milliseconds since 1970
 */
export function clockFrom(start: string | undefined, real: () => number = Date.now): () => number {
  if (start === undefined) return real
  const ahead = Date.parse(start) - real()
  return () => real() + ahead
}
