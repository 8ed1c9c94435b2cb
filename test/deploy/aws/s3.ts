import { REGION } from '../template/physical.ts'
import { AwsError, type AwsRequest, type AwsService } from './endpoint.ts'

/** Objects by `bucket/key`. */
export type Objects = Map<string, Buffer>

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

/** The bucket of the bootstrap: what the CDK asks of it before it uploads, and the uploads. */
export function s3(objects: Objects): AwsService {
  return request => {
    const { method, url } = request
    const name = decodeURIComponent(url.pathname.slice(1))
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
      return { headers: { etag: '"stored"' } }
    }
    const found = objects.get(name)
    if (!found) throw new AwsError('NoSuchKey', `there is no object ${name}`, 404)
    return { body: found }
  }
}
