import type { SnapshotEnv } from '@daily-papers/snapshot/env.ts'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda'
import { Schedule, ScheduleExpression, TimeWindow } from 'aws-cdk-lib/aws-scheduler'
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { Duration, TimeZone } from 'aws-cdk-lib/core'
import { Construct } from 'constructs'
import { writesSnapshot } from '../data/snapshot-bucket.ts'
import { lambdaFunction } from '../lambda/lambda-function.ts'
import { schedulerRole } from '../lambda/scheduler-role.ts'
import type { NestedProps } from '../nested-props.ts'

/**
 * Builds the snapshot after a run changed something. Three times an hour it asks the table in one request
 * whether that happened, and builds only then.
 */
export function snapshotter(scope: Construct, props: NestedProps, undelivered: Queue): LambdaFunction {
  const { stage, table, snapshots } = props
  const own = new Construct(scope, 'SnapshotSchedule')
  const builder = lambdaFunction(scope, 'Snapshotter', stage, {
    description: 'Builds the snapshot that answers search, filters and statistics',
    entry: 'packages/snapshot/src/build/handler.ts',
    environment: { TABLE_NAME: table.tableName, SNAPSHOT_BUCKET: snapshots.bucketName } satisfies SnapshotEnv,
    memoryMiB: 1769,
    timeout: Duration.minutes(10),
    may: [
      new PolicyStatement({
        actions: ['dynamodb:BatchGetItem', 'dynamodb:Query'],
        resources: [table.tableArn],
      }),
      ...writesSnapshot(snapshots),
    ],
  })
  builder.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: Duration.minutes(20) })
  new Schedule(own, 'Thrice', {
    description: 'Builds the snapshot when a run changed something since the last build',
    schedule: ScheduleExpression.cron({ minute: '0,20,40', timeZone: TimeZone.ETC_UTC }),
    timeWindow: TimeWindow.flexible(Duration.minutes(5)),
    target: new LambdaInvoke(builder, {
      deadLetterQueue: undelivered,
      retryAttempts: 2,
      maxEventAge: Duration.minutes(20),
      role: schedulerRole(own, builder, undelivered),
    }),
  })
  return builder
}
