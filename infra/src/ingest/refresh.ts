import { REFRESH_MINUTE } from '@daily-papers/ingest/schedule.ts'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda'
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations'
import {
  ContextAttribute,
  Schedule,
  ScheduleExpression,
  ScheduleTargetInput,
  TimeWindow,
} from 'aws-cdk-lib/aws-scheduler'
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { Duration, TimeZone } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import { schedulerRole } from '../lambda/scheduler-role.ts'
import type { NestedProps } from '../nested-props.ts'
import { ingestFunction } from './ingest-function.ts'
import { failureQueue } from './queues.ts'

export interface Refresh {
  refresher: LambdaFunction
  failedRuns: Queue
  undelivered: Queue
}

/** The hourly run. It derives its days from the scheduled time and from what earlier runs missed. */
export function refresh(scope: Construct, props: NestedProps): Refresh {
  const failedRuns = failureQueue(scope, 'FailedRuns')
  const undelivered = failureQueue(scope, 'UndeliveredRuns')
  const refresher = ingestFunction(scope, 'Refresher', {
    ...props,
    description: 'Reads the days of the feed that may still change',
    timeout: Duration.minutes(15),
    may: [new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [failedRuns.queueArn] })],
  })
  // The first run invokes a version, which has its own settings.
  for (const invoked of [refresher, refresher.currentVersion]) {
    invoked.configureAsyncInvoke({
      onFailure: new SqsDestination(failedRuns),
      retryAttempts: 2,
      // After an hour the next run does its work.
      maxEventAge: Duration.hours(1),
    })
  }
  new Schedule(scope, 'Hourly', {
    description: 'Refreshes the papers of the last days, every hour',
    schedule: ScheduleExpression.cron({ minute: String(REFRESH_MINUTE), timeZone: TimeZone.ETC_UTC }),
    timeWindow: TimeWindow.flexible(Duration.minutes(5)),
    target: new LambdaInvoke(refresher, {
      input: ScheduleTargetInput.fromObject({ scheduledTime: ContextAttribute.scheduledTime }),
      deadLetterQueue: undelivered,
      retryAttempts: 10,
      maxEventAge: Duration.hours(1),
      role: schedulerRole(scope, refresher, undelivered),
    }),
  })
  return { refresher, failedRuns, undelivered }
}
