import { KEY } from '@daily-papers/snapshot/bucket.ts'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket } from 'aws-cdk-lib/aws-s3'
import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import { ownLog } from '../lambda/own-log.ts'
import type { Stage } from '../options/stage.ts'

/** The private bucket of the snapshot. Each build is a new version, and S3 deletes old versions within about two days. */
export function snapshotBucket(scope: Construct, stage: Stage): Bucket {
  const bucket = new Bucket(scope, 'Snapshots', {
    versioned: true,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    lifecycleRules: [
      {
        noncurrentVersionExpiration: Duration.days(1),
        abortIncompleteMultipartUploadAfter: Duration.days(1),
      },
    ],
    // The next build makes it again from the table.
    removalPolicy: RemovalPolicy.DESTROY,
    autoDeleteObjects: true,
  })
  Validations.of(bucket).acknowledge({
    id: 'AwsSolutions-S1',
    reason: 'It holds one public file. The API hands out links to it and logs each request.',
  })
  ownLog(scope, 'EmptySnapshotsLog', stage, 'Custom::S3AutoDeleteObjectsCustomResourceProvider')
  return bucket
}

const object = (bucket: IBucket): string => `${bucket.bucketArn}/${KEY}`

/** Permission to read the snapshot. Without `s3:ListBucket`, S3 answers "forbidden" instead of "not found". */
export const readsSnapshot = (bucket: IBucket): PolicyStatement[] => [
  new PolicyStatement({ actions: ['s3:GetObject'], resources: [object(bucket)] }),
  new PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucket.bucketArn] }),
]

/** Permission to publish a snapshot. */
export const writesSnapshot = (bucket: IBucket): PolicyStatement[] => [
  new PolicyStatement({ actions: ['s3:GetObject', 's3:PutObject'], resources: [object(bucket)] }),
  new PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucket.bucketArn] }),
]
