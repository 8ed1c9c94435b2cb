import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Description, Place } from './place.ts'

/** `<when built>.v<schema>.<step>.<sha256>.sqlite`: one rename publishes the file together with its description. */
const PUBLISHED = /^(\d{8}T\d{9}Z)\.v(\d+)\.(?:([\w-]+)\.)?([0-9a-f]{64})\.sqlite$/
const DRAFT = /^draft-.*\.sqlite(-journal)?$/
/** An older draft belongs to no running build. */
const STALE_MS = 3_600_000

const nameOf = ({ builtAt, schema, step, sha256 }: Description): string =>
  `${builtAt.replaceAll(/[-:.]/g, '')}.v${schema}.${step ? `${step}.` : ''}${sha256}.sqlite`

const instantOf = (compact: string): string =>
  compact.replace(/(....)(..)(..)T(..)(..)(..)(...)Z/, '$1-$2-$3T$4:$5:$6.$7Z')

/** Place: a folder in which the newest file is the snapshot. */
export function folderPlace(folder: string, now: () => number = Date.now): Place {
  const published = async () => {
    const names = (await readdir(folder).catch(() => [])).filter(name => PUBLISHED.test(name))
    const files = await Promise.all(
      names.map(async name => ({ name, at: await stat(join(folder, name)).catch(() => null) })),
    )
    // The clock that names the files may be set back. The file system's time tells which came last.
    return files
      .flatMap(({ name, at }) => (at ? [{ name, bytes: at.size, written: at.mtimeMs }] : []))
      .sort((a, b) => a.written - b.written || (a.name < b.name ? -1 : 1))
  }
  return {
    async newest() {
      const last = (await published()).at(-1)
      const [, at = '', schema, step = null, sha256 = ''] = PUBLISHED.exec(last?.name ?? '') ?? []
      return last ? { sha256, bytes: last.bytes, schema: Number(schema), builtAt: instantOf(at), step } : null
    },
    fetch: async snapshot => join(folder, nameOf(snapshot)),
    download: async snapshot => ({ file: join(folder, nameOf(snapshot)) }),
    async draft() {
      await mkdir(folder, { recursive: true })
      for (const name of await readdir(folder)) {
        const file = join(folder, name)
        if (!DRAFT.test(name)) continue
        // Another process may be publishing it.
        const draft = await stat(file).catch(() => null)
        if (draft && now() - draft.mtimeMs > STALE_MS) await rm(file, { force: true })
      }
      return join(folder, `draft-${randomUUID()}.sqlite`)
    },
    async publish(draft, snapshot) {
      const before = await published()
      await flush(draft)
      await rename(draft, join(folder, nameOf(snapshot)))
      for (const { name } of before)
        if (name !== nameOf(snapshot)) await rm(join(folder, name), { force: true }).catch(() => {})
    },
  }
}

/** The bytes must be on disk before the name is. */
async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
