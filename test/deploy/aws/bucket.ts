/** Objects by `bucket/key`, each as its newest version. */
export type Objects = Map<string, Buffer>

interface Version {
  id: string
  body: Buffer
  /** What was told of it, as headers. */
  metadata: Record<string, string>
}

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
      settle(name, [...(all.get(name) ?? []), { id: `v${++puts}`, body, metadata }])
    },
    metadataOf: (name: string): Record<string, string> => all.get(name)?.at(-1)?.metadata ?? {},
    /** Every version of every object of a bucket. */
    of: (bucket: string): { key: string; id: string }[] =>
      [...all]
        .filter(([name]) => name.startsWith(`${bucket}/`))
        .flatMap(([name, versions]) =>
          versions.map(({ id }) => ({ key: name.slice(bucket.length + 1), id })),
        ),
    remove(name: string, id: string): void {
      settle(
        name,
        (all.get(name) ?? []).filter(version => version.id !== id),
      )
    },
  }
}
