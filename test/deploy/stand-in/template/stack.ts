import type { Deployed, Inventory } from './deployed.ts'
import { idsIn, type References, resolve } from './intrinsics.ts'
import { physicalOf, pseudoParameter } from './physical.ts'
import { canonical, type Template, type TemplateResource } from './template.ts'

const NESTED = 'AWS::CloudFormation::Stack'

/** A stack that was deployed: its resources and the stacks nested in it. */
export interface Stack {
  name: string
  resources: Map<string, Deployed>
  nested: Map<string, Stack>
  outputs: Record<string, unknown>
}

/** What happens in the account when resources come, change and go; each may refuse by throwing. */
export interface Effects {
  inventory: Inventory
  readTemplate(url: string): Template
  readParameter(name: string): string
  created(resource: Deployed): Promise<void>
  changed(resource: Deployed, before: Record<string, unknown>): Promise<void>
  deleted(resource: Deployed): Promise<void>
}

/** Resources in an order in which each comes after what it refers to. @throws Error naming a reference to nothing, or a circle */
function inOrder(resources: Record<string, TemplateResource>): string[] {
  const order = new Set<string>()
  const visit = (id: string, path: readonly string[]): void => {
    const resource = resources[id]
    if (order.has(id) || !resource) return
    if (path.includes(id)) throw new Error(`Circular dependency between resources: [${path.join(', ')}]`)
    const waitsFor = [resource.DependsOn ?? []].flat()
    for (const needed of waitsFor)
      if (!resources[needed]) throw new Error(`${id} depends on ${needed}, which is not there`)
    for (const needed of [...waitsFor, ...idsIn([resource.Properties, resource.UpdatePolicy])])
      visit(needed, [...path, id])
    order.add(id)
  }
  for (const id of Object.keys(resources)) visit(id, [])
  return [...order]
}

/** Brings a stack to what a template says, or back to what it was when a resource fails. @throws Error of that resource */
export async function updateStack(
  name: string,
  template: Template,
  parameters: Record<string, unknown>,
  before: Stack | null,
  effects: Effects,
): Promise<Stack> {
  const undo: (() => Promise<void>)[] = []
  const recorded: Effects = {
    ...effects,
    async created(resource) {
      undo.push(async () => {
        if (!resource.retained.always) await removeResource(resource, effects)
      })
      await effects.created(resource)
    },
    async changed(resource, was) {
      const { properties } = resource
      await effects.changed(resource, was)
      undo.push(() => effects.changed(Object.assign(resource, { properties: was }), properties))
    },
  }
  try {
    return await deployStack(name, template, parameters, before, recorded)
  } catch (error) {
    for (const step of undo.reverse()) await step().catch(() => {})
    throw error
  }
}

/** Brings a stack to what a template says, from what it was before; what did not change is left alone. */
async function deployStack(
  name: string,
  template: Template,
  parameters: Record<string, unknown>,
  before: Stack | null,
  effects: Effects,
): Promise<Stack> {
  const stack: Stack = { name, resources: new Map(), nested: new Map(), outputs: {} }
  const references = referencesOf(stack, template, parameters, effects)
  for (const id of inOrder(template.Resources)) {
    const resource = template.Resources[id]
    if (!resource || (resource.Condition && !references.condition(resource.Condition))) continue
    const properties = resolve(resource.Properties ?? {}, references) as Record<string, unknown>
    if (resource.Type === NESTED) {
      const nested = effects.readTemplate(String(properties.TemplateURL))
      const given = (properties.Parameters ?? {}) as Record<string, unknown>
      const nestedBefore = before?.nested.get(id) ?? null
      const nestedName = `${name}-${id.replace(/NestedStack.*/, '')}`
      stack.nested.set(id, await deployStack(nestedName, nested, given, nestedBefore, effects))
      continue
    }
    const updatePolicy = resolve(resource.UpdatePolicy ?? {}, references) as Record<string, unknown>
    const wanted = { ...resource, Properties: properties, UpdatePolicy: updatePolicy }
    stack.resources.set(id, await deployResource(stack, id, wanted, before, effects))
  }
  for (const [id, gone] of before?.nested ?? []) if (!stack.nested.has(id)) await deleteStack(gone, effects)
  for (const [id, gone] of before?.resources ?? [])
    if (!stack.resources.has(id)) await deleteResource(gone, effects)
  for (const [id, { Value, Condition }] of Object.entries(template.Outputs ?? {}))
    if (!Condition || references.condition(Condition)) stack.outputs[id] = resolve(Value, references)
  return stack
}

async function deployResource(
  { name: stack }: Stack,
  id: string,
  {
    Type: type,
    DeletionPolicy,
    Properties: properties = {},
    UpdatePolicy: updatePolicy = {},
  }: TemplateResource,
  before: Stack | null,
  { inventory, created, changed }: Effects,
): Promise<Deployed> {
  const always = DeletionPolicy === 'Retain'
  const retained = { always, onceMade: always || DeletionPolicy === 'RetainExceptOnCreate' }
  const standing = before?.resources.get(id)
  if (standing && standing.type === type) {
    const { properties: was } = standing
    Object.assign(standing, { properties, retained, updatePolicy })
    if (canonical(was) === canonical(properties)) return standing
    try {
      await changed(standing, was)
    } catch (error) {
      standing.properties = was
      throw error
    }
    return standing
  }
  // Where AWS names at random: one that was retained from a stack before has its name still.
  const older = inventory.all(type).filter(each => each.stack === stack && each.id === id).length
  const name = [stack, id, ...(older ? [older + 1] : [])].join('-')
  const resource = {
    id,
    stack,
    type,
    properties,
    retained,
    updatePolicy,
    ...physicalOf(type, name, properties),
  }
  inventory.add(resource)
  await created(resource)
  return resource
}

/** Deletes a resource, unless it is to be retained. */
export async function deleteResource(resource: Deployed, effects: Effects): Promise<void> {
  if (!resource.retained.onceMade) await removeResource(resource, effects)
}

async function removeResource(resource: Deployed, { inventory, deleted }: Effects): Promise<void> {
  await deleted(resource)
  inventory.remove(resource)
}

/** Deletes what a stack holds, but for what is to be retained. */
export async function deleteStack(stack: Stack, effects: Effects): Promise<void> {
  for (const resource of [...stack.resources.values()].reverse()) await deleteResource(resource, effects)
  for (const nested of [...stack.nested.values()].reverse()) await deleteStack(nested, effects)
}

function referencesOf(
  stack: Stack,
  { Parameters = {}, Conditions = {} }: Template,
  given: Record<string, unknown>,
  { readParameter }: Effects,
): References {
  const unresolved = (what: string): never => {
    throw new Error(`Unresolved resource dependencies [${what}] in ${stack.name}`)
  }
  const parameter = (name: string): unknown => {
    const { Type = '', Default } = Parameters[name] ?? {}
    const value = given[name] ?? Default ?? unresolved(name)
    return Type.startsWith('AWS::SSM::Parameter') ? readParameter(String(value)) : value
  }
  const references: References = {
    ref: id =>
      (id === 'AWS::StackName' ? stack.name : pseudoParameter(id)) ??
      (Parameters[id] ? parameter(id) : (stack.resources.get(id)?.ref ?? unresolved(id))),
    attribute: (id, name) => {
      const nested = stack.nested.get(id)
      const value = nested
        ? nested.outputs[name.replace(/^Outputs\./, '')]
        : stack.resources.get(id)?.attributes[name]
      return value ?? unresolved(`${id}.${name}`)
    },
    condition: name => Boolean(resolve(Conditions[name] ?? unresolved(name), references)),
  }
  return references
}
