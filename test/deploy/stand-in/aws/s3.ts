import { createHash } from 'node:crypto'
import type { Inventory } from '../template/deployed.ts'
import { REGION } from '../template/physical.ts'
import type { Objects, Versions } from './bucket.ts'
import { AwsError, type AwsRequest, type AwsResponse, type AwsService } from './endpoint.ts'
import { bucketPolicy, type Judge } from './judge.ts'
import { elements } from './xml.ts'

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

const tagged = (name: string, xml: string): string[] =>
  [...xml.matchAll(new RegExp(`<${name}>(.*?)</${name}>`, 'gs'))].map(([, inner = '']) => inner)

const asHeaders = (headers: AwsRequest['headers']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => name.startsWith(METADATA))
      .map(([name, value]) => [name, String(value)]),
  )

/** Buckets: what the CDK asks of that of its bootstrap, what functions put into theirs and get, and what empties one. */
export function s3(
  objects: Objects,
  versions: Versions,
  inventory: Inventory,
  { judgeKey, hasRole }: Judge,
): AwsService {
  /** What is asked of a bucket, by the parameter that asks it, with the leave it needs. */
  const ofBucket: Record<string, [string | null, (bucket: string, request: AwsRequest) => AwsResponse]> = {
    location: [null, () => ({ body: `<LocationConstraint>${REGION}</LocationConstraint>` })],
    encryption: [
      null,
      () => {
        const algorithm = '<SSEAlgorithm>AES256</SSEAlgorithm>'
        return {
          body: `<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault>${algorithm}</ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>`,
        }
      },
    ],
    'list-type': [
      null,
      (bucket, { url }) => {
        const start = `${bucket}/${url.searchParams.get('prefix') ?? ''}`
        const found = [...objects].filter(([name]) => name.startsWith(start))
        const contents = found.map(
          ([name, { length }]) =>
            `<Contents>${elements({ Key: name.slice(bucket.length + 1), Size: length })}</Contents>`,
        )
        return {
          body: `<ListBucketResult><KeyCount>${found.length}</KeyCount><IsTruncated>false</IsTruncated>${contents.join('')}</ListBucketResult>`,
        }
      },
    ],
    tagging: [
      's3:GetBucketTagging',
      bucket => {
        const { Tags = [] } = inventory.get('AWS::S3::Bucket', bucket).properties
        const tags = (Tags as Record<string, string>[]).map(tag => `<Tag>${elements(tag)}</Tag>`)
        return { body: `<Tagging><TagSet>${tags.join('')}</TagSet></Tagging>` }
      },
    ],
    policy: [
      's3:GetBucketPolicy',
      bucket => ({ body: JSON.stringify(bucketPolicy(inventory, bucket)?.properties.PolicyDocument) }),
    ],
    versions: [
      's3:ListBucketVersions',
      bucket => {
        const each = versions
          .of(bucket)
          .map(({ key, id }) => `<Version>${elements({ Key: key, VersionId: id })}</Version>`)
        return {
          body: `<ListVersionsResult><IsTruncated>false</IsTruncated>${each.join('')}</ListVersionsResult>`,
        }
      },
    ],
    delete: [
      's3:DeleteObjectVersion',
      (bucket, { body }) => {
        for (const object of tagged('Object', body.toString()))
          versions.remove(`${bucket}/${tagged('Key', object)[0]}`, tagged('VersionId', object)[0] ?? '')
        return { body: '<DeleteResult></DeleteResult>' }
      },
    ],
  }

  /** The CDK itself is not judged. */
  const judged = async ({ accessKeyId }: AwsRequest, action: string, name: string): Promise<void> => {
    if (hasRole(accessKeyId)) await judgeKey(accessKeyId, action, `arn:aws:s3:::${name}`)
  }

  return async request => {
    const { method, url } = request
    const name = decodeURIComponent(url.pathname.slice(1)).replace(/\/$/, '')
    const [bucket = ''] = name.split('/')
    const asked = Object.keys(ofBucket).find(parameter => url.searchParams.has(parameter))
    if (asked === 'policy' && method === 'PUT') {
      await judged(request, 's3:PutBucketPolicy', bucket)
      const policy = bucketPolicy(inventory, bucket)
      if (policy) policy.properties.PolicyDocument = JSON.parse(request.body.toString())
      return {}
    }
    const [action, answer] = ofBucket[asked ?? ''] ?? []
    if (answer) {
      if (action === 's3:DeleteObjectVersion')
        for (const key of tagged('Key', request.body.toString()))
          await judged(request, action, `${bucket}/${key}`)
      else if (action) await judged(request, action, bucket)
      return answer(bucket, request)
    }
    if (method === 'PUT') {
      await judged(request, 's3:PutObject', name)
      const content = contentOf(request)
      const told = request.headers['x-amz-checksum-sha256']
      if (told !== undefined && told !== createHash('sha256').update(content).digest('base64'))
        throw new AwsError('BadDigest', 'The SHA256 you specified did not match what we received.')
      versions.put(name, content, asHeaders(request.headers))
      return { headers: { etag: '"stored"' } }
    }
    await judged(request, 's3:GetObject', name)
    const found = objects.get(name)
    if (!found) {
      // Without leave to list, S3 does not tell that there is nothing.
      await judged(request, 's3:ListBucket', bucket)
      throw new AwsError('NoSuchKey', `there is no object ${name}`, 404)
    }
    return { headers: { ...versions.metadataOf(name), 'content-length': String(found.length) }, body: found }
  }
}
