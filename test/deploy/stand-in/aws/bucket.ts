/** Objects by `bucket/key`, each as its newest version. */
export type Objects = Map<string, Buffer>

interface Version {
  id: string
  body: Buffer
  /** What was told of it, as headers. */
  metadata: Record<string, string>
  /** For how many days another has taken its place. */
  replacedFor: number
}

interface Rule {
  Status: 'Enabled' | 'Disabled'
  Prefix?: string
  NoncurrentVersionExpiration?: { NoncurrentDays: number }
}

/** The rules of a bucket by which S3 clears it. */
export const rulesOf = ({ LifecycleConfiguration }: Record<string, unknown>): Rule[] =>
  (LifecycleConfiguration as { Rules: Rule[] } | undefined)?.Rules ?? []

/** Versions of objects: every put is a new one, and an object is there as long as one of them is. */
export function versioned(objects: Objects) {
  const all = new Map<string, Version[]>()
  let puts = 0
  const settle = (name: string, versions: Version[]): void => {
    const newest = versions.at(-1)
    all.set(name, versions)
    if (newest) objects.set(name, newest.body)
    else objects.delete(name)
  }
  return {
    put(name: string, body: Buffer, metadata: Record<string, string>): void {
      settle(name, [...(all.get(name) ?? []), { id: `v${++puts}`, body, metadata, replacedFor: 0 }])
    },
    metadataOf: (name: string): Record<string, string> => all.get(name)?.at(-1)?.metadata ?? {},
    /** Every version of every object of a bucket. */
    of: (bucket: string): { key: string; id: string }[] =>
      [...all]
        .filter(([name]) => name.startsWith(`${bucket}/`))
        .flatMap(([name, versions]) =>
          versions.map(({ id }) => ({ key: name.slice(bucket.length + 1), id })),
        ),
    /** Lets days pass, after which S3 clears away what the rules of a bucket name. */
    age(bucket: string, days: number, rules: readonly Rule[]): void {
      for (const [name, versions] of all) {
        if (!name.startsWith(`${bucket}/`)) continue
        const isOver = ({ replacedFor }: Version): boolean =>
          rules.some(
            ({ Status, Prefix = '', NoncurrentVersionExpiration: expiry }) =>
              Status === 'Enabled' &&
              name.startsWith(`${bucket}/${Prefix}`) &&
              expiry !== undefined &&
              // S3 counts from the midnight after.
              replacedFor > expiry.NoncurrentDays,
          )
        const replaced = versions
          .slice(0, -1)
          .map(version => ({ ...version, replacedFor: version.replacedFor + days }))
        settle(name, [...replaced.filter(version => !isOver(version)), ...versions.slice(-1)])
      }
    },
    remove(name: string, id: string): void {
      settle(
        name,
        (all.get(name) ?? []).filter(version => version.id !== id),
      )
    },
  }
}

export type Versions = ReturnType<typeof versioned>
