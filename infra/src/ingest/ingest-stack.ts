import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { NestedStack } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import type { NestedProps } from '../nested-props.ts'
import { type Backfill, backfill } from './backfill.ts'
import { firstPapers } from './first-papers.ts'
import { historyExporter } from './history-exporter.ts'
import { refresh } from './refresh.ts'
import { snapshotter } from './snapshotter.ts'

export interface Ingest {
  refresher: LambdaFunction
  /** Lambda's records of runs that threw. */
  failedRuns: Queue
  /** Starts that Scheduler could not deliver. */
  undelivered: Queue
  backfill: Backfill
  snapshotter: LambdaFunction
}

/** The ingest (hourly, at the first deployment, and by a backfill) and the builder of the snapshot. */
export function ingestStack(scope: Construct, props: NestedProps): Ingest {
  const stack = new NestedStack(scope, 'Ingest', { description: 'Daily Papers Graph: ingest and snapshot' })
  const refreshing = refresh(stack, props)
  historyExporter(stack, props, refreshing)
  firstPapers(stack, props.stage, refreshing.refresher)
  return {
    ...refreshing,
    backfill: backfill(stack, props),
    snapshotter: snapshotter(stack, props, refreshing.undelivered),
  }
}
