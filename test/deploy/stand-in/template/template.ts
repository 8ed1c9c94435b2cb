/** A CloudFormation template, as far as it is read here. */
export interface Template {
  Resources: Record<string, TemplateResource>
  Parameters?: Record<string, { Type: string; Default?: string }>
  Conditions?: Record<string, unknown>
  Outputs?: Record<string, { Value: unknown; Description?: string; Condition?: string }>
}

export interface TemplateResource {
  Type: string
  Properties?: Record<string, unknown>
  DependsOn?: string | string[]
  UpdatePolicy?: Record<string, unknown>
  Condition?: string
  DeletionPolicy?: 'Retain' | 'RetainExceptOnCreate' | 'Delete'
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** The same value with keys in order: two of them are equal when their texts are. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, each) =>
    isObject(each) && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  )
