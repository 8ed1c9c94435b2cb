import { KEY } from '@daily-papers/snapshot/bucket.ts'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket } from 'aws-cdk-lib/aws-s3'
import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import { ownLog } from '../lambda/own-log.ts'
import type { Stage } from '../options/stage.ts'

/** Where the snapshot is published: private, each put a new version, the old ones gone within about two days, 24 to 48 of them. */
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
    // It can be made again from the table at any time.
    removalPolicy: RemovalPolicy.DESTROY,
    autoDeleteObjects: true,
  })
  Validations.of(bucket).acknowledge({
    id: 'AwsSolutions-S1',
    reason:
      'One public file, handed out by links that the API gives; the log of the API has who asked for one.',
  })
  ownLog(scope, 'EmptySnapshotsLog', stage, 'Custom::S3AutoDeleteObjectsCustomResourceProvider')
  return bucket
}

const object = (bucket: IBucket): string => `${bucket.bucketArn}/${KEY}`

/** Leave to read the snapshot, and to see that there is none: without the list, S3 says "forbidden" in place of "not found". */
export const readsSnapshot = (bucket: IBucket): PolicyStatement[] => [
  new PolicyStatement({ actions: ['s3:GetObject'], resources: [object(bucket)] }),
  new PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucket.bucketArn] }),
]

/** Leave to publish one. */
export const writesSnapshot = (bucket: IBucket): PolicyStatement[] => [
  new PolicyStatement({ actions: ['s3:GetObject', 's3:PutObject'], resources: [object(bucket)] }),
  new PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucket.bucketArn] }),
]
