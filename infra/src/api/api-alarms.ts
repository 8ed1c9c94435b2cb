import type { HttpStage } from 'aws-cdk-lib/aws-apigatewayv2'
import { type Alarm, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch'
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda'
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { Duration } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import { alarm } from '../alarm/alarm.ts'
import type { Stage } from '../options/stage.ts'

const fiveMinutes = Duration.minutes(5)

interface Watched {
  stage: Stage
  httpStage: HttpStage
  api: LambdaFunction
  prober: LambdaFunction
}

/** The alarms of the API. A rollout that raises one of the first two is rolled back, so they are in its stack. */
export function apiAlarms(
  scope: Construct,
  { stage, httpStage, api, prober }: Watched,
  where: { topic: ITopic; repository: string | null },
): Alarm[] {
  return [
    alarm(scope, 'ApiDown', where, {
      readersLose: 'The API does not answer: readers get nothing.',
      metric: prober.metricErrors({ period: fiveMinutes, statistic: Stats.SUM }),
      threshold: 1,
      periods: { bad: 2, of: 2 },
      silenceIs: 'bad',
    }),
    alarm(scope, 'ApiFailing', where, {
      readersLose: 'The API answers with server errors: some readers get no response at all.',
      metric: httpStage.metricServerError({ period: fiveMinutes, statistic: Stats.SUM }),
      threshold: 5,
      periods: { bad: 2, of: 3 },
    }),
    alarm(scope, 'FieldsFailing', where, {
      readersLose:
        'Fields of responses fail with internal errors or throttled reads: readers get null instead.',
      metric: failedFields(scope, stage, api),
      threshold: 5,
      periods: { bad: 2, of: 3 },
    }),
  ]
}

/** Errors that the API logs and masks. Their responses have status 200, so no metric of AWS counts them. */
function failedFields(scope: Construct, stage: Stage, api: LambdaFunction): Metric {
  const metric = { metricNamespace: `DailyPapers/${stage.name}`, metricName: 'FailedFields' }
  new MetricFilter(scope, 'FailedFields', {
    logGroup: api.logGroup,
    filterPattern: FilterPattern.stringValue('$.message', '=', 'request failed'),
    ...metric,
    metricValue: '1',
  })
  const { metricNamespace: namespace, metricName } = metric
  return new Metric({ namespace, metricName, statistic: Stats.SUM, period: fiveMinutes })
}
