/** What reads settings: a schema of zod, whole or mini. */
interface Schema<T> {
  safeParse(
    source: Record<string, string>,
  ): { success: true; data: T } | { success: false; error: { issues: readonly Issue[] } }
}

interface Issue {
  path: readonly PropertyKey[]
  message: string
}

/**
 * Settings from the environment. A blank variable is unset.
 * @throws Error naming every wrong variable, its value and what it must be
 */
export function readSettings<T>(schema: Schema<T>, source: Record<string, string | undefined>): T {
  const set: Record<string, string> = {}
  for (const [name, value] of Object.entries(source)) if (value?.trim()) set[name] = value
  const result = schema.safeParse(set)
  if (result.success) return result.data
  const problems = result.error.issues.map(({ path: [name], message }) => {
    const value = set[String(name)]
    return `  ${String(name)} ${message}${value === undefined ? '' : `, not "${value}"`}`
  })
  throw new Error(`cannot start with these settings:\n${problems.join('\n')}`)
}
