import { tableDefinition } from '@daily-papers/store/table-definition.ts'
import { MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch'
import type { ITable } from 'aws-cdk-lib/aws-dynamodb'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { Duration } from 'aws-cdk-lib/core'

/** Successful runs of a function per hour. No data in an hour without a run. */
export function successfulRuns(runs: IFunction): MathExpression {
  const hourly = { period: Duration.hours(1), statistic: Stats.SUM }
  return new MathExpression({
    label: 'successful runs',
    expression: 'started - failed',
    usingMetrics: { started: runs.metricInvocations(hourly), failed: runs.metricErrors(hourly) },
    period: hourly.period,
  })
}

/** A metric that the ingest logs at the end of each run, as `metricLine` names it. */
export function figureOfRuns(
  runs: IFunction,
  metricName: 'NewestDayAgeHours' | 'Skipped' | 'New' | 'Changed',
): Metric {
  return new Metric({
    namespace: 'DailyPapers',
    metricName,
    dimensionsMap: { FunctionName: runs.functionName },
    statistic: Stats.MAXIMUM,
    period: Duration.hours(1),
  })
}

/** Requests that DynamoDB throttled in five minutes, on the table and all indexes. No data without any. */
export function throttledRequests(table: ITable, kind: 'Read' | 'Write'): MathExpression {
  const period = Duration.minutes(5)
  const metric = (ofIndex: Record<string, string>) =>
    new Metric({
      namespace: 'AWS/DynamoDB',
      metricName: `${kind}ThrottleEvents`,
      dimensionsMap: { TableName: table.tableName, ...ofIndex },
      statistic: Stats.SUM,
      period,
    })
  const id = (name: string) => `${kind.toLowerCase()}s_${name}`
  const usingMetrics = {
    [id('base')]: metric({}),
    ...Object.fromEntries(
      tableDefinition.indexes.map(({ name }) => [id(name), metric({ GlobalSecondaryIndexName: name })]),
    ),
  }
  return new MathExpression({
    label: `throttled ${kind.toLowerCase()}s`,
    expression: `SUM([${Object.keys(usingMetrics).join(', ')}])`,
    usingMetrics,
    period,
  })
}
