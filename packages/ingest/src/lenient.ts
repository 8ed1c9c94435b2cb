import type { z } from 'zod'

type Path = readonly PropertyKey[]

/**
 * Parses by a schema, leaving out what does not fit as long as the schema can do without it: a malformed optional field
 * becomes absent, a malformed element of a list undefined. Each is told in `warnings`. A `problem` is what the schema
 * cannot do without. Never throws; `raw` is not changed.
 */
export function parseLeniently<Schema extends z.ZodType>(
  schema: Schema,
  raw: unknown,
): { value: z.output<Schema>; warnings: string[] } | { problem: string } {
  /** Why something was left out, by its path. */
  const reasons = new Map<string, string>()
  let rest = raw
  for (;;) {
    const tried = rest
    const result = schema.safeParse(tried)
    if (result.success) return { value: result.data, warnings: [...new Set(reasons.values())] }
    for (const { path, message } of result.error.issues) {
      // What is missing takes along what cannot be without it, as an author without a name.
      const missing = path.findIndex((_, i) => valueAt(tried, path.slice(0, i + 1)) === undefined)
      const culprit = missing < 0 ? path : path.slice(0, missing)
      const reason = reasons.get(path.join('.')) ?? `${path.join('.') || 'entry'}: ${message}`
      if (culprit.length === 0) return { problem: reason }
      reasons.set(culprit.join('.'), reason)
      rest = without(rest, culprit)
    }
  }
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, key) => (isObject(at) ? Reflect.get(at, key) : undefined), value)
}

/** A copy that lacks what is at the path; elements keep their places. */
function without(value: unknown, path: Path): unknown {
  const [key, ...rest] = path
  if (key === undefined) return undefined
  if (!isObject(value)) return value
  if (Array.isArray(value)) return value.with(Number(key), without(value[Number(key)], rest))
  const { [String(key)]: inner, ...others } = value
  return rest.length === 0 ? others : { ...others, [String(key)]: without(inner, rest) }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
