type Value = string | number | boolean | null | undefined | Value[] | { [name: string]: Value }

const escaped = (text: string) => text.replace(/[&<>]/g, character => `&#${character.charCodeAt(0)};`)

export function elements(value: Value): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(each => `<member>${elements(each)}</member>`).join('')
  if (typeof value === 'object')
    return Object.entries(value)
      .filter(([, each]) => each !== undefined && each !== null)
      .map(([name, each]) => `<${name}>${elements(each)}</${name}>`)
      .join('')
  return escaped(String(value))
}

/** An answer of the query protocol, which STS and CloudFormation speak. */
export const queryAnswer = (action: string, result: { [name: string]: Value }) => ({
  headers: { 'content-type': 'text/xml' },
  body: `<${action}Response><${action}Result>${elements(result)}</${action}Result></${action}Response>`,
})

/** `Tags.member.1.Key=a` and the like, gathered under their first name. */
export const members = (form: URLSearchParams, name: string): Record<string, string>[] => {
  const found: Record<string, string>[] = []
  for (const [key, value] of form) {
    const [, index, field] = new RegExp(`^${name}\\.member\\.(\\d+)\\.(\\w+)$`).exec(key) ?? []
    if (index && field) found[Number(index) - 1] = { ...found[Number(index) - 1], [field]: value }
  }
  return found
}
