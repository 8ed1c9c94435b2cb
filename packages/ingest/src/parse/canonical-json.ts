/** The deepest nesting. The feed's is far below. Deeper values become null, so that they cannot exhaust the stack. */
const MAX_DEPTH = 100

/** The JSON of a value with the keys of every object sorted: equal values have equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value))
}

/** The same value with the keys of every object in sorted order. */
export function sorted(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (depth > MAX_DEPTH) return null
  if (Array.isArray(value)) return value.map(item => sorted(item, depth + 1))
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item, depth + 1)]))
}
