import { type Alarm, AlarmStatusWidget, Dashboard, GraphWidget, Stats } from 'aws-cdk-lib/aws-cloudwatch'
import type { ITable } from 'aws-cdk-lib/aws-dynamodb'
import { Duration } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import type { Api } from '../api/api-stack.ts'
import type { Ingest } from '../ingest/ingest-stack.ts'
import { figureOfRuns, throttledRequests } from './metrics.ts'

const sum = { statistic: Stats.SUM, period: Duration.minutes(5) }

/** One page that answers: is anything wrong, what do readers feel, does the feed come in, what does the table do. */
export function dashboard(
  scope: Construct,
  { table, ingest, api, alarms }: { table: ITable; ingest: Ingest; api: Api; alarms: Alarm[] },
): void {
  const page = new Dashboard(scope, 'Dashboard', { defaultInterval: Duration.days(2) })
  page.addWidgets(new AlarmStatusWidget({ title: 'Alarms', alarms, width: 24, height: 3 }))
  page.addWidgets(...readersFeel(api))
  page.addWidgets(...papersComeIn(ingest))
  page.addWidgets(...tableDoes(table))
}

function readersFeel({ httpStage, reader }: Api): GraphWidget[] {
  const latency = (percent: number) =>
    httpStage.metricLatency({ ...sum, statistic: Stats.percentile(percent) })
  return [
    new GraphWidget({
      title: 'Requests, refused and failed',
      left: [httpStage.metricCount(sum), httpStage.metricClientError(sum), httpStage.metricServerError(sum)],
      width: 8,
    }),
    new GraphWidget({ title: 'Time to answer, ms', left: [50, 95, 99].map(latency), width: 8 }),
    new GraphWidget({
      title: 'Instances of the API at once, and requests without one',
      left: [
        reader.metric('ConcurrentExecutions', { ...sum, statistic: Stats.MAXIMUM }),
        reader.metricThrottles(sum),
      ],
      width: 8,
    }),
  ]
}

function papersComeIn({ refresher, backfill, failedRuns, undelivered }: Ingest): GraphWidget[] {
  const waiting = { ...sum, statistic: Stats.MAXIMUM }
  return [
    new GraphWidget({
      title: 'Hourly runs, and failed ones',
      left: [refresher.metricInvocations(sum), refresher.metricErrors(sum)],
      right: [refresher.metricDuration({ ...waiting, label: 'longest, ms' })],
      width: 6,
    }),
    new GraphWidget({
      title: 'What a run brought, and what it could not read',
      left: [
        figureOfRuns(refresher, 'New'),
        figureOfRuns(refresher, 'Changed'),
        figureOfRuns(refresher, 'Skipped'),
      ],
      right: [figureOfRuns(refresher, 'NewestDayAgeHours')],
      width: 6,
    }),
    new GraphWidget({
      title: 'Backfill: days to do and in work',
      left: [
        backfill.days.metricApproximateNumberOfMessagesVisible(waiting),
        backfill.days.metricApproximateNumberOfMessagesNotVisible(waiting),
      ],
      width: 6,
    }),
    new GraphWidget({
      title: 'Given up: runs, starts, days',
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
      title: 'Requests refused by the table',
      left: [throttledRequests(table, 'Read'), throttledRequests(table, 'Write')],
      width: 12,
    }),
  ]
}
