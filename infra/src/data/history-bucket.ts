import { HISTORY_KEY } from '@daily-papers/snapshot/history-file.ts'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket } from 'aws-cdk-lib/aws-s3'
import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import type { Stage } from '../options/stage.ts'

/**
 * The private bucket of the history export. Each week's export is a new version, and S3 deletes old versions after a
 * year. In `prod` it outlives the stack, but for a first deployment that fails.
 */
export function historyBucket(scope: Construct, { keepsData }: Stage): Bucket {
  const bucket = new Bucket(scope, 'History', {
    versioned: true,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(365) }],
    removalPolicy: keepsData ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY,
    autoDeleteObjects: !keepsData,
  })
  Validations.of(bucket).acknowledge({
    id: 'AwsSolutions-S1',
    reason: 'One function writes it once a week and logs that. Nothing of the stack reads it.',
  })
  return bucket
}

/** Permission to put an export. */
export const writesHistory = (bucket: IBucket): PolicyStatement =>
  new PolicyStatement({ actions: ['s3:PutObject'], resources: [`${bucket.bucketArn}/${HISTORY_KEY}`] })
