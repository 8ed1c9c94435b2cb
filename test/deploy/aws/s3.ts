import { REGION } from '../template/physical.ts'
import { AwsError, type AwsRequest, type AwsService } from './endpoint.ts'
import type { Judge } from './judge.ts'

/** Objects by `bucket/key`. */
export type Objects = Map<string, Buffer>

const METADATA = 'x-amz-meta-'

/** The body without the frames in which the SDK sends it together with its checksum. */
function contentOf({ headers, body }: AwsRequest): Buffer {
  if (!headers['content-encoding']?.includes('aws-chunked')) return body
  const chunks: Buffer[] = []
  for (let at = 0; ; ) {
    const end = body.indexOf('\r\n', at)
    const length = Number.parseInt(body.toString('latin1', at, end), 16)
    if (!length) return Buffer.concat(chunks)
    chunks.push(body.subarray(end + 2, end + 2 + length))
    at = end + 2 + length + 2
  }
}

/** What a function needs leave for; the CDK itself is not judged, nor what empties a bucket by the bucket's own policy. */
const actions: Record<string, string> = { GET: 's3:GetObject', HEAD: 's3:GetObject', PUT: 's3:PutObject' }

/** Buckets: what the CDK asks of that of its bootstrap, and what functions put into theirs and get. */
export function s3(objects: Objects, { judgeKey, hasRole }: Judge): AwsService {
  const metadata = new Map<string, Record<string, string>>()
  return async request => {
    const { method, url } = request
    const name = decodeURIComponent(url.pathname.slice(1))
    // A bucket without tags is one that its function leaves as it is.
    if (url.searchParams.has('tagging')) return { body: '<Tagging><TagSet></TagSet></Tagging>' }
    const action = name.includes('/') && actions[method]
    if (action && hasRole(request.accessKeyId))
      await judgeKey(request.accessKeyId, action, `arn:aws:s3:::${name}`)
    if (url.searchParams.has('location'))
      return { body: `<LocationConstraint>${REGION}</LocationConstraint>` }
    if (url.searchParams.has('encryption')) {
      const algorithm = '<SSEAlgorithm>AES256</SSEAlgorithm>'
      return {
        body: `<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault>${algorithm}</ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>`,
      }
    }
    if (url.searchParams.has('list-type')) {
      const [bucket, prefix] = [name.replace(/\/$/, ''), url.searchParams.get('prefix') ?? '']
      const keys = [...objects.keys()].filter(key => key.startsWith(`${bucket}/${prefix}`))
      const contents = keys.map(
        key =>
          `<Contents><Key>${key.slice(bucket.length + 1)}</Key><Size>${objects.get(key)?.length}</Size></Contents>`,
      )
      return {
        body: `<ListBucketResult><KeyCount>${keys.length}</KeyCount><IsTruncated>false</IsTruncated>${contents.join('')}</ListBucketResult>`,
      }
    }
    if (method === 'PUT') {
      objects.set(name, contentOf(request))
      const given = Object.entries(request.headers).filter(([header]) => header.startsWith(METADATA))
      metadata.set(name, Object.fromEntries(given.map(([header, value]) => [header, String(value)])))
      return { headers: { etag: '"stored"' } }
    }
    const found = objects.get(name)
    if (!found) {
      // Without leave to list, S3 does not tell that there is nothing.
      if (hasRole(request.accessKeyId))
        await judgeKey(request.accessKeyId, 's3:ListBucket', `arn:aws:s3:::${name.split('/')[0]}`)
      throw new AwsError('NoSuchKey', `there is no object ${name}`, 404)
    }
    const headers: Record<string, string> = { ...metadata.get(name), 'content-length': String(found.length) }
    return { headers, body: found }
  }
}
