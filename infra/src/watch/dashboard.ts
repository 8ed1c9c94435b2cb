import { type Alarm, AlarmStatusWidget, Dashboard, GraphWidget, Stats } from 'aws-cdk-lib/aws-cloudwatch'
import type { ITable } from 'aws-cdk-lib/aws-dynamodb'
import { Duration } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import type { Api } from '../api/api-stack.ts'
import type { Ingest } from '../ingest/ingest-stack.ts'
import { figureOfRuns, throttledRequests } from './metrics.ts'

const sum = { statistic: Stats.SUM, period: Duration.minutes(5) }

/** One page: alarms, what clients see, what the ingest brings in, what the table does. */
export function dashboard(
  scope: Construct,
  { table, ingest, api, alarms }: { table: ITable; ingest: Ingest; api: Api; alarms: Alarm[] },
): void {
  const page = new Dashboard(scope, 'Dashboard', { defaultInterval: Duration.days(2) })
  page.addWidgets(new AlarmStatusWidget({ title: 'Alarms', alarms, width: 24, height: 3 }))
  page.addWidgets(...clientsSee(api))
  page.addWidgets(...ingestBrings(ingest))
  page.addWidgets(...tableDoes(table))
}

function clientsSee({ httpStage, api }: Api): GraphWidget[] {
  const latency = (percent: number) =>
    httpStage.metricLatency({ ...sum, statistic: Stats.percentile(percent) })
  return [
    new GraphWidget({
      title: 'Requests, refused and failed',
      left: [httpStage.metricCount(sum), httpStage.metricClientError(sum), httpStage.metricServerError(sum)],
      width: 8,
    }),
    new GraphWidget({ title: 'Response time, ms', left: [50, 95, 99].map(latency), width: 8 }),
    new GraphWidget({
      title: 'Concurrent instances of the API, and throttled requests',
      left: [
        api.metric('ConcurrentExecutions', { ...sum, statistic: Stats.MAXIMUM }),
        api.metricThrottles(sum),
      ],
      width: 8,
    }),
  ]
}

function ingestBrings({ refresher, backfill, failedRuns, undelivered }: Ingest): GraphWidget[] {
  const waiting = { ...sum, statistic: Stats.MAXIMUM }
  return [
    new GraphWidget({
      title: 'Hourly runs, and failed ones',
      left: [refresher.metricInvocations(sum), refresher.metricErrors(sum)],
      right: [refresher.metricDuration({ ...waiting, label: 'longest, ms' })],
      width: 6,
    }),
    new GraphWidget({
      title: 'Papers of a run: new, changed, unreadable',
      left: [
        figureOfRuns(refresher, 'New'),
        figureOfRuns(refresher, 'Changed'),
        figureOfRuns(refresher, 'Skipped'),
      ],
      right: [figureOfRuns(refresher, 'NewestDayAgeHours')],
      width: 6,
    }),
    new GraphWidget({
      title: 'Backfill: days waiting and in progress',
      left: [
        backfill.days.metricApproximateNumberOfMessagesVisible(waiting),
        backfill.days.metricApproximateNumberOfMessagesNotVisible(waiting),
      ],
      width: 6,
    }),
    new GraphWidget({
      title: 'Failure queues: runs, starts, days',
      left: [failedRuns, undelivered, backfill.failedDays].map(failures =>
        failures.metricApproximateNumberOfMessagesVisible(waiting),
      ),
      width: 6,
    }),
  ]
}

function tableDoes(table: ITable): GraphWidget[] {
  return [
    new GraphWidget({
      title: 'Units read and written',
      left: [table.metricConsumedReadCapacityUnits(sum), table.metricConsumedWriteCapacityUnits(sum)],
      width: 12,
    }),
    new GraphWidget({
      title: 'Throttled requests of the table',
      left: [throttledRequests(table, 'Read'), throttledRequests(table, 'Write')],
      width: 12,
    }),
  ]
}
