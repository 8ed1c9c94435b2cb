import type { Physical } from './physical.ts'

/** A resource that was deployed, with the properties it was deployed with. */
export interface Deployed extends Physical {
  /** Its logical id and stack. */
  id: string
  stack: string
  type: string
  properties: Record<string, unknown>
  /** Whether it outlives its stack, and a deployment that fails. */
  retained: { always: boolean; onceMade: boolean }
  updatePolicy: Record<string, unknown>
}

/** Everything that stands in the account, of all stacks. */
export class Inventory {
  readonly #all = new Set<Deployed>()

  add(resource: Deployed): void {
    this.#all.add(resource)
  }

  remove(resource: Deployed): void {
    this.#all.delete(resource)
  }

  all(type?: string): Deployed[] {
    return [...this.#all].filter(resource => type === undefined || resource.type === type)
  }

  /** The resource of a type that a reference, an ARN or a name stands for; undefined when there is none. */
  find(type: string, name: unknown): Deployed | undefined {
    return this.all(type).find(
      ({ ref, attributes }) => ref === name || Object.values(attributes).some(value => value === name),
    )
  }

  /** @throws Error when there is none, as the service would */
  get(type: string, name: unknown): Deployed {
    const found = this.find(type, name)
    if (!found) throw new Error(`there is no ${type} ${JSON.stringify(name)}`)
    return found
  }

  /** The only one of a type whose id begins so. */
  one(type: string, idStart = ''): Deployed {
    const [found, ...more] = this.all(type).filter(({ id }) => id.startsWith(idStart))
    if (!found || more.length) throw new Error(`${found ? 'several' : 'no'} ${type} ${idStart}`)
    return found
  }
}
