/** API Gateway may have decoded the path already. Text that is no encoding stays as it is, but for an encoded `?`. */
const decoded = (text: string): string => {
  let once = text
  try {
    once = decodeURIComponent(text)
  } catch {}
  return once.replaceAll('%3F', '?')
}

/**
 * Compiles a pattern such as `/days/:date` into a function that matches a path. A last `*` matches the rest, as
 * `rest`.
 */
export function matcher(pattern: string): (path: string) => Record<string, string> | null {
  const source = pattern
    .replace(/[.]/g, '\\.')
    .replace(/:(\w+)/g, '(?<$1>[^/]+)')
    .replace(/\*$/, '(?<rest>.+)')
  const expression = new RegExp(`^${source}$`)
  return path => {
    const found = expression.exec(path)
    if (!found) return null
    return Object.fromEntries(Object.entries(found.groups ?? {}).map(([name, text]) => [name, decoded(text)]))
  }
}
