import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Description, Place } from './place.ts'
import { connect, putFile } from './s3.ts'

export interface BucketOptions {
  bucket: string
  /** Where files are kept on this machine: a function's temporary folder. */
  folder: string
  /** URL of an S3-compatible engine. Absent: AWS. */
  endpoint?: string | undefined
}

/** The single object. A put replaces it at once and as a whole. The bucket keeps older versions for a while. */
export const KEY = 'daily-papers.sqlite'
/** S3 checks the expiry when a download begins, not while it lasts. */
const LINK_SECONDS = 60

/** Place: a bucket in which the newest snapshot is one object, with its description as metadata. */
export function bucketPlace({ bucket, folder, endpoint }: BucketOptions): Place {
  let connected: ReturnType<typeof connect> | undefined
  const s3 = () => {
    connected ??= connect(endpoint)
    return connected
  }
  const object = { Bucket: bucket, Key: KEY }
  const fileOf = ({ sha256 }: Description): string => join(folder, `${sha256}.sqlite`)

  return {
    async newest() {
      const { s3: sdk, client } = await s3()
      try {
        const { Metadata, ContentLength } = await client.send(new sdk.HeadObjectCommand(object))
        const { sha256 = '', schema, step = null, 'built-at': builtAt = '' } = Metadata ?? {}
        return { sha256, schema: Number(schema), builtAt, step, bytes: ContentLength ?? 0 }
      } catch (error) {
        if (error instanceof sdk.NotFound) return null
        throw error
      }
    },
    async fetch(snapshot) {
      const { s3: sdk, client } = await s3()
      const { Body } = await client.send(new sdk.GetObjectCommand(object))
      if (!(Body instanceof Readable)) throw new Error('S3 did not return a stream')
      await mkdir(folder, { recursive: true })
      // An open file stays readable when deleted. A function's folder is small.
      for (const name of await readdir(folder))
        if (name.endsWith('.sqlite')) await rm(join(folder, name), { force: true })
      const half = join(folder, `half-${randomUUID()}`)
      try {
        await pipeline(Body, createWriteStream(half))
        await rename(half, fileOf(snapshot))
      } finally {
        await rm(half, { force: true })
      }
      return fileOf(snapshot)
    },
    async download() {
      const { s3: sdk, client } = await s3()
      const command = new sdk.GetObjectCommand(object)
      return { url: await sdk.getSignedUrl(client, command, { expiresIn: LINK_SECONDS }) }
    },
    async draft() {
      await rm(folder, { recursive: true, force: true })
      await mkdir(folder, { recursive: true })
      return join(folder, `draft-${randomUUID()}.sqlite`)
    },
    async publish(draft, { sha256, schema, builtAt, step }) {
      await putFile(
        await s3(),
        draft,
        {
          ...object,
          ContentType: 'application/vnd.sqlite3',
          ContentDisposition: 'attachment; filename="daily-papers.sqlite"',
          Metadata: { sha256, schema: String(schema), 'built-at': builtAt, ...(step ? { step } : {}) },
        },
        sha256,
      )
    },
  }
}
