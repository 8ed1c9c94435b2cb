import type { z } from 'zod'

type Path = readonly PropertyKey[]

/** The longest description of one value's faults. */
const MOST_WARNINGS = 20

/**
 * Parses by a schema, leaving out what does not fit as long as the schema can do without it: a malformed optional field
 * becomes absent, a malformed element of a list undefined. Each adds a line to `warnings`; `mistyped` are the paths of those of
 * another type. A `problem` is what the schema cannot do without. Never throws; `raw` is not changed.
 */
export function parseLeniently<Schema extends z.ZodType>(
  schema: Schema,
  raw: unknown,
): { value: z.output<Schema>; warnings: string[]; mistyped: Set<string> } | { problem: string } {
  /** Why a value was left out, by its path. */
  const reasons = new Map<string, string>()
  const mistyped = new Set<string>()
  let rest = raw
  for (;;) {
    const result = schema.safeParse(rest)
    if (result.success)
      return { value: result.data, warnings: limited([...new Set(reasons.values())]), mistyped }
    const culprits: Path[] = []
    for (const { path, message, code } of result.error.issues) {
      // A missing value removes the object that needs it, for example an author without a name.
      const missing = path.findIndex((_, i) => valueAt(rest, path.slice(0, i + 1)) === undefined)
      const culprit = missing < 0 ? path : path.slice(0, missing)
      const reason = reasons.get(path.join('.')) ?? `${path.join('.') || 'entry'}: ${message}`
      if (culprit.length === 0) return { problem: reason }
      reasons.set(culprit.join('.'), reason)
      if (code === 'invalid_type') mistyped.add(culprit.join('.'))
      culprits.push(culprit)
    }
    rest = without(rest, culprits)
  }
}

const limited = (warnings: string[]): string[] =>
  warnings.length > MOST_WARNINGS
    ? [...warnings.slice(0, MOST_WARNINGS), `and ${warnings.length - MOST_WARNINGS} more`]
    : warnings

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, key) => (isObject(at) ? Reflect.get(at, key) : undefined), value)
}

/**
 * A copy in which what is at the paths is undefined; elements keep their places. Each list and object is copied once,
 * however many paths lead through it.
 */
function without(value: unknown, paths: readonly Path[]): unknown {
  if (paths.some(path => path.length === 0)) return undefined
  if (!isObject(value)) return value
  const copy = Array.isArray(value) ? [...value] : { ...value }
  for (const [key, inner] of Map.groupBy(paths, ([first = '']) => first)) {
    const rests = inner.map(path => path.slice(1))
    Reflect.set(copy, key, without(Reflect.get(value, key), rests))
  }
  return copy
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
