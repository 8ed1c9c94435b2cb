/** What references in a template stand for. Each throws when there is no such thing. */
export interface References {
  ref(id: string): unknown
  attribute(id: string, name: string): unknown
  condition(name: string): boolean
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Policies have conditions too, but those are objects. */
const isConditionName = (name: string, argument: unknown) =>
  name === 'Condition' && typeof argument === 'string'

type Intrinsic = (argument: unknown, references: References) => unknown

const list = (value: unknown, references: References): unknown[] => {
  const resolved = resolve(value, references)
  if (!Array.isArray(resolved)) throw new Error(`a list is needed, not ${JSON.stringify(resolved)}`)
  return resolved
}

const path = (value: unknown): [string, string] => {
  const [id, ...rest] = Array.isArray(value) ? value.map(String) : String(value).split('.')
  return [id ?? '', rest.join('.')]
}

const intrinsics: Record<string, Intrinsic> = {
  Ref: (id, { ref }) => ref(String(id)),
  'Fn::GetAtt': (value, { attribute }) => attribute(...path(value)),
  'Fn::Join': (value, references) => {
    const [separator, parts] = value as [string, unknown]
    return list(parts, references).join(separator)
  },
  'Fn::Select': (value, references) => {
    const [index, parts] = value as [unknown, unknown]
    return list(parts, references)[Number(index)]
  },
  'Fn::Split': (value, references) => {
    const [separator, text] = value as [string, unknown]
    return String(resolve(text, references)).split(separator)
  },
  'Fn::Sub': (value, references) => {
    const [text, own] = (Array.isArray(value) ? value : [value, {}]) as [string, Record<string, unknown>]
    return text.replace(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
      if (literal) return `\${${name}}`
      if (Object.hasOwn(own, name)) return String(resolve(own[name], references))
      return String(name.includes('.') ? references.attribute(...path(name)) : references.ref(name))
    })
  },
  'Fn::If': (value, references) => {
    const [name, yes, no] = value as [string, unknown, unknown]
    return resolve(references.condition(name) ? yes : no, references)
  },
  'Fn::Equals': (value, references) => {
    const [one, other] = list(value, references)
    return one === other
  },
  'Fn::Or': (value, references) => list(value, references).some(Boolean),
  'Fn::And': (value, references) => list(value, references).every(Boolean),
  'Fn::Not': (value, references) => !list(value, references)[0],
  Condition: (name, { condition }) => condition(String(name)),
}

/**
 * A value of a template with every reference resolved, as CloudFormation does it.
 * @throws Error naming a reference to nothing, or a function that is not modelled
 */
export function resolve(value: unknown, references: References): unknown {
  if (Array.isArray(value)) return value.map(each => resolve(each, references))
  if (!isObject(value)) return value
  const [[name, argument] = ['', null], ...more] = Object.entries(value)
  if (more.length === 0 && (name === 'Ref' || name.startsWith('Fn::') || isConditionName(name, argument))) {
    const intrinsic = intrinsics[name]
    if (!intrinsic) throw new Error(`${name} is not modelled: add it to intrinsics.ts`)
    return intrinsic(argument, references)
  }
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, resolve(each, references)]))
}

/** The ids that a value refers to. */
export function idsIn(value: unknown): Set<string> {
  const ids = new Set<string>()
  const seen: References = {
    ref: id => ids.add(id) && '',
    attribute: id => ids.add(id) && '',
    condition: () => true,
  }
  const walk = (each: unknown): void => {
    if (Array.isArray(each)) each.forEach(walk)
    else if (isObject(each)) {
      const [[name, argument] = ['', null]] = Object.entries(each)
      if (name === 'Ref' || name === 'Fn::GetAtt' || name === 'Fn::Sub') intrinsics[name]?.(argument, seen)
      for (const part of Object.values(each)) walk(part)
    }
  }
  walk(value)
  return ids
}
