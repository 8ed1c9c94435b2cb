import type { Deployed, Inventory } from '../template/deployed.ts'

/** Versions, each with the code and settings that its function had, and aliases, which lead to them. */
export function createAliases(inventory: Inventory) {
  const published = new Map<Deployed, Deployed>()
  const held = new Map<Deployed, { versions: unknown[]; turn: number }>()

  const versionBehind = (alias: Deployed): Deployed => {
    const hold = held.get(alias)
    const { FunctionName, FunctionVersion } = alias.properties
    const wanted = hold ? hold.versions[hold.turn++ % hold.versions.length] : FunctionVersion
    const found = inventory
      .all('AWS::Lambda::Version')
      .find(
        ({ attributes, properties }) =>
          attributes.Version === wanted && properties.FunctionName === FunctionName,
      )
    if (!found) throw new Error(`${alias.ref} leads to version ${wanted}, which is not there`)
    return found
  }

  return {
    publish(version: Deployed): void {
      published.set(version, { ...inventory.get('AWS::Lambda::Function', version.properties.FunctionName) })
    },
    /** What a version runs; undefined before it is published. */
    codeOf: (version: Deployed): Deployed | undefined => published.get(version),
    /** Has an alias lead to these versions in turn, whatever its properties say, until there are none. */
    hold(alias: Deployed, versions: unknown[]): void {
      if (versions.length) held.set(alias, { versions, turn: 0 })
      else held.delete(alias)
    },
    /** The function, or the version, that answers the next invocation under a name. */
    find(name: string): Deployed {
      const alias = inventory.find('AWS::Lambda::Alias', name)
      const version = alias ? versionBehind(alias) : inventory.find('AWS::Lambda::Version', name)
      const code = version && published.get(version)
      return code ?? inventory.get('AWS::Lambda::Function', name)
    },
  }
}

export type Aliases = ReturnType<typeof createAliases>
