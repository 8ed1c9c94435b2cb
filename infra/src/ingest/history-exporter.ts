import type { ExportEnv } from '@daily-papers/snapshot/history/env.ts'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda'
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations'
import { Schedule, ScheduleExpression, TimeWindow } from 'aws-cdk-lib/aws-scheduler'
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets'
import { Duration, TimeZone } from 'aws-cdk-lib/core'
import { Construct } from 'constructs'
import { writesHistory } from '../data/history-bucket.ts'
import { lambdaFunction } from '../lambda/lambda-function.ts'
import { schedulerRole } from '../lambda/scheduler-role.ts'
import type { NestedProps } from '../nested-props.ts'
import type { Refresh } from './refresh.ts'

/** Exports every Sunday what the feed can't give again. A failed export raises the alarm of failed runs. */
export function historyExporter(
  scope: Construct,
  { stage, table, history }: NestedProps,
  { failedRuns, undelivered }: Refresh,
): LambdaFunction {
  const own = new Construct(scope, 'HistorySchedule')
  const exporter = lambdaFunction(scope, 'HistoryExporter', stage, {
    description: 'Exports the history of votes and the changes, which the feed cannot give again',
    entry: 'packages/snapshot/src/history/handler.ts',
    environment: { TABLE_NAME: table.tableName, HISTORY_BUCKET: history.bucketName } satisfies ExportEnv,
    memoryMiB: 512,
    timeout: Duration.minutes(15),
    may: [
      new PolicyStatement({ actions: ['dynamodb:Scan'], resources: [table.tableArn] }),
      writesHistory(history),
      new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [failedRuns.queueArn] }),
    ],
  })
  exporter.configureAsyncInvoke({ onFailure: new SqsDestination(failedRuns), retryAttempts: 2 })
  new Schedule(own, 'Weekly', {
    description: 'Exports the history, every Sunday',
    schedule: ScheduleExpression.cron({
      minute: '40',
      hour: '5',
      weekDay: 'SUN',
      timeZone: TimeZone.ETC_UTC,
    }),
    timeWindow: TimeWindow.flexible(Duration.minutes(15)),
    target: new LambdaInvoke(exporter, {
      deadLetterQueue: undelivered,
      retryAttempts: 10,
      role: schedulerRole(own, exporter, undelivered),
    }),
  })
  return exporter
}
