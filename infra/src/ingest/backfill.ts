import { BACKFILL_READERS } from '@daily-papers/ingest/backfill-pace.ts'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda'
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { Duration } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import { ingestFunction } from './ingest-function.ts'
import type { IngestProps } from './ingest-stack.ts'
import { failureQueue, queue } from './queues.ts'

export interface Backfill {
  backfiller: LambdaFunction
  /** One message a day of the feed: `{"day":"YYYY-MM-DD"}`. */
  days: Queue
  /** Days that failed again and again. */
  failedDays: Queue
}

/**
 * The whole past, a day a message. It may stop at any point and goes on from there, and one bad day stops no other.
 * Two at a time, paced, leave room under the Hub's limit for the hourly run beside it.
 */
export function backfill(scope: Construct, props: IngestProps): Backfill {
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
