import { BACKFILL_READERS } from '@daily-papers/ingest/backfill-pace.ts'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda'
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { Duration } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import type { NestedProps } from '../nested-props.ts'
import { ingestFunction } from './ingest-function.ts'
import { failureQueue, queue } from './queues.ts'

export interface Backfill {
  backfiller: LambdaFunction
  /** One message per day of the feed: `{"day":"YYYY-MM-DD"}`. */
  days: Queue
  /** Days that failed four times. */
  failedDays: Queue
}

/**
 * Backfill: a queue with one message per day. It can stop at any point and continue, and a bad day stops no other.
 * Two readers with a pause between requests leave room under the Hub's rate limit for the hourly run.
 */
export function backfill(scope: Construct, props: NestedProps): Backfill {
  const timeout = Duration.minutes(10)
  const failedDays = failureQueue(scope, 'FailedDays')
  const days = queue(scope, 'BackfillDays', {
    visibilityTimeout: Duration.minutes(6 * timeout.toMinutes()),
    retentionPeriod: Duration.days(14),
    deadLetterQueue: { queue: failedDays, maxReceiveCount: 4 },
  })
  const backfiller = ingestFunction(scope, 'Backfiller', {
    ...props,
    description: 'Reads one day of the feed for each message of the backfill queue',
    timeout,
    may: [
      new PolicyStatement({
        actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
        resources: [days.queueArn],
      }),
    ],
  })
  backfiller.addEventSource(
    new SqsEventSource(days, {
      batchSize: 1,
      maxConcurrency: BACKFILL_READERS,
      reportBatchItemFailures: true,
    }),
  )
  return { backfiller, days, failedDays }
}
