import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec'
import type { Resource } from './synthesized.ts'

const db = loadAwsServiceSpecSync()
type Known = NonNullable<ReturnType<typeof propertiesOf>>
type Type = Known[string]['type']

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A value that is only known when CloudFormation deploys. */
const isReference = (value: unknown): boolean =>
  isObject(value) && /^(Ref|Fn::\w+)$/.test(Object.keys(value).join())

const propertiesOf = (type: string) =>
  db.lookup('resource', 'cloudFormationType', 'equals', type)[0]?.properties ?? null

/** What in the properties of a resource contradicts AWS's own schema of its type, one line each. */
export function againstSpec({ id, type, properties }: Resource): string[] {
  if (type.startsWith('Custom::')) return []
  const known = propertiesOf(type)
  return known ? problemsIn(properties, known, id) : [`${id}: there is no type ${type}`]
}

function problemsIn(values: Record<string, unknown>, known: Known, at: string): string[] {
  const missing = Object.keys(known).filter(name => known[name]?.required && values[name] === undefined)
  return [
    ...missing.map(name => `${at}.${name} is missing`),
    ...Object.entries(values).flatMap(([name, value]) => {
      const property = known[name]
      return property ? problems(value, property.type, `${at}.${name}`) : [`${at}.${name} is unknown`]
    }),
  ]
}

function problems(value: unknown, type: Type, at: string): string[] {
  if (isReference(value)) return []
  const wrong = [`${at} must be ${type.type}, not ${JSON.stringify(value)}`]
  switch (type.type) {
    case 'string': {
      // CloudFormation turns numbers and booleans into text.
      const isText = !isObject(value) && !Array.isArray(value)
      return isText && (type.allowedValues?.includes(String(value)) ?? true) ? [] : wrong
    }
    case 'tag':
      return isObject(value) && 'Key' in value && 'Value' in value ? [] : wrong
    case 'integer':
      return Number.isInteger(Number(value)) ? [] : wrong
    case 'number':
      return Number.isFinite(Number(value)) ? [] : wrong
    case 'boolean':
      return ['true', 'false'].includes(String(value)) ? [] : wrong
    case 'array':
      return Array.isArray(value)
        ? value.flatMap((each, i) => problems(each, type.element, `${at}[${i}]`))
        : wrong
    case 'map':
      return isObject(value)
        ? Object.entries(value).flatMap(([name, each]) => problems(each, type.element, `${at}.${name}`))
        : wrong
    case 'ref':
      return isObject(value)
        ? problemsIn(value, db.get('typeDefinition', type.reference.$ref).properties, at)
        : wrong
    case 'union': {
      const each = type.types.map((one: Type) => problems(value, one, at))
      return each.find(found => found.length === 0) ?? each[0] ?? []
    }
    default:
      return []
  }
}
