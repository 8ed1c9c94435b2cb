import type { Alarm } from 'aws-cdk-lib/aws-cloudwatch'
import { Stats } from 'aws-cdk-lib/aws-cloudwatch'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { Duration } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import { type AlarmProps, alarm } from '../alarm/alarm.ts'
import { anythingIn } from '../alarm/queue-alarm.ts'
import type { Api } from '../api/api-stack.ts'
import type { Digest } from '../digest/digest-stack.ts'
import type { Ingest } from '../ingest/ingest-stack.ts'
import type { Options } from '../options/options.ts'
import { digestAlarms } from './digest-alarms.ts'
import { figureOfRuns, successfulRuns } from './metrics.ts'

interface Watched {
  ingest: Ingest
  api: Api
  /** Null: nothing is mailed. */
  digest: Digest | null
  topic: ITopic
  options: Options
}

const fiveMinutes = Duration.minutes(5)

/** The alarms, each with an article in `docs/runbook.md`. */
export function alarms(scope: Construct, { ingest, api, digest, topic, options }: Watched): Alarm[] {
  const definitions: Record<string, AlarmProps> = {
    IngestStale: {
      readersLose:
        'No run of the ingest has succeeded for 3 hours: readers miss new papers and see old votes.',
      metric: successfulRuns(ingest.refresher),
      threshold: 1,
      below: true,
      periods: { bad: 3, of: 3 },
      silenceIs: 'bad',
    },
    FeedStale: {
      readersLose: 'The newest papers are 6 days old although runs succeed: readers miss newer papers.',
      metric: figureOfRuns(ingest.refresher, 'NewestDayAgeHours'),
      threshold: 6 * 24,
      periods: { bad: 1, of: 1 },
      silenceIs: 'unknown',
    },
    EntriesUnreadable: {
      readersLose: 'The ingest cannot read some entries of the feed: readers miss their papers.',
      metric: figureOfRuns(ingest.refresher, 'Skipped'),
      threshold: 5,
      periods: { bad: 1, of: 1 },
    },
    RunFailed: {
      readersLose:
        'A run of the ingest or an export of the history failed three times, or could not start: readers miss papers until the next run.',
      ...anythingIn(ingest.failedRuns),
    },
    RunUndelivered: {
      readersLose:
        'Scheduler could not start a run of the ingest, a build of the snapshot or an export of the history: readers may miss papers until the next one.',
      ...anythingIn(ingest.undelivered),
    },
    BackfillFailed: {
      readersLose: 'The backfill could not read some days: readers do not find their papers.',
      ...anythingIn(ingest.backfill.failedDays),
    },
    SnapshotFailing: {
      readersLose:
        'No build of the snapshot has succeeded for 2 hours: readers who search or filter do not find new papers.',
      metric: successfulRuns(ingest.snapshotter),
      threshold: 1,
      below: true,
      periods: { bad: 2, of: 2 },
      silenceIs: 'bad',
    },
    ApiSlow: {
      readersLose: 'One answer in twenty takes longer than 3 seconds: readers wait.',
      metric: api.httpStage.metricLatency({ period: fiveMinutes, statistic: Stats.percentile(95) }),
      threshold: 3_000,
      periods: { bad: 3, of: 3 },
    },
    ...(digest && digestAlarms(digest)),
  }
  const raised = Object.entries(definitions).map(([id, props]) =>
    alarm(scope, id, { topic, repository: options.repository }, props),
  )
  return [...api.alarms, ...raised]
}
