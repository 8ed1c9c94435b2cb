import type { ITable } from 'aws-cdk-lib/aws-dynamodb'
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { NestedStack } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import type { Options } from '../options/options.ts'
import type { Stage } from '../options/stage.ts'
import { type Backfill, backfill } from './backfill.ts'
import { firstPapers } from './first-papers.ts'
import { refresh } from './refresh.ts'
import { snapshotter } from './snapshotter.ts'

export interface Ingest {
  refresher: LambdaFunction
  /** Runs that threw, each as Lambda's record of it. */
  failedRuns: Queue
  /** Runs that Scheduler could not start. */
  undelivered: Queue
  backfill: Backfill
  snapshotter: LambdaFunction
}

export interface IngestProps {
  stage: Stage
  options: Options
  table: ITable
  snapshots: IBucket
}

/** What brings papers in: every hour, once at first deployment, and the whole past on demand; and what makes their snapshot. */
export function ingestStack(scope: Construct, props: IngestProps): Ingest {
  const stack = new NestedStack(scope, 'Ingest', { description: 'Daily Papers Graph: what brings papers in' })
  const refreshing = refresh(stack, props)
  firstPapers(stack, props.stage, refreshing.refresher)
  return {
    ...refreshing,
    backfill: backfill(stack, props),
    snapshotter: snapshotter(stack, props, refreshing.undelivered),
  }
}
