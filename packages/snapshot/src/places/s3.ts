import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { PutObjectCommandInput } from '@aws-sdk/client-s3'
import { sha256Of } from './whole-file.ts'

/** Loaded when first needed, because most responses don't need it. */
const load = async () => ({
  ...(await import('@aws-sdk/client-s3')),
  ...(await import('@aws-sdk/s3-request-presigner')),
})

/**
 * The SDK and a client.
 * @param endpoint URL of an S3-compatible engine. Undefined: AWS.
 */
export async function connect(endpoint: string | undefined) {
  const s3 = await load()
  const local = endpoint
    ? {
        endpoint,
        region: 'local',
        forcePathStyle: true,
        credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      }
    : {}
  // After a pause, a Lambda instance may hold a connection that the other end has closed.
  const requestHandler = { connectionTimeout: 2_000, socketTimeout: 30_000 }
  return { s3, client: new s3.S3Client({ ...local, requestHandler }) }
}

/** Puts a file as one object. The put replaces the object at once and as a whole. */
export async function putFile(
  { s3, client }: Awaited<ReturnType<typeof connect>>,
  file: string,
  object: Omit<PutObjectCommandInput, 'Body' | 'ContentLength' | 'ChecksumSHA256'>,
  sha256?: string,
): Promise<void> {
  const hash = sha256 ?? (await sha256Of(file))
  await client.send(
    new s3.PutObjectCommand({
      ...object,
      Body: createReadStream(file),
      ContentLength: (await stat(file)).size,
      // S3 refuses a request without it.
      ChecksumSHA256: Buffer.from(hash, 'hex').toString('base64'),
    }),
  )
}
