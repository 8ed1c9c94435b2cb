import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import type { Construct } from 'constructs'

const silences = {
  good: TreatMissingData.NOT_BREACHING,
  /** For things that must happen, such as the hourly run. */
  bad: TreatMissingData.BREACHING,
  /** The alarm stays as it is. */
  unknown: TreatMissingData.IGNORE,
}

export interface AlarmProps {
  /** What readers lose while it lasts, in one sentence. It opens the alarm's e-mail. */
  readersLose: string
  metric: IMetric
  /** The alarm is raised when the metric reaches this, or with `below` when it falls under it. */
  threshold: number
  below?: boolean
  /** How many of the last periods must be bad. */
  periods: { bad: number; of: number }
  /** What missing data means. Default `good`: failures are only counted when there are any. */
  silenceIs?: keyof typeof silences
}

/** The runbook's article on an alarm: a whole URL when the repository is known, else a path in it. */
export function runbookLink(alarmId: string, repository: string | null): string {
  const anchor = alarmId.replace(/\B[A-Z]/g, letter => `-${letter}`).toLowerCase()
  const base = repository ? `https://github.com/${repository}/blob/main/` : ''
  return `${base}docs/runbook.md#${anchor}`
}

/** An alarm that says what it means and what to do. It notifies when it is raised and when it is over. */
export function alarm(
  scope: Construct,
  id: string,
  { topic, repository }: { topic: ITopic; repository: string | null },
  props: AlarmProps,
): Alarm {
  const raised = new Alarm(scope, id, {
    alarmDescription: `${props.readersLose} What to do: ${runbookLink(id, repository)}`,
    metric: props.metric,
    threshold: props.threshold,
    comparisonOperator: props.below
      ? ComparisonOperator.LESS_THAN_THRESHOLD
      : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    datapointsToAlarm: props.periods.bad,
    evaluationPeriods: props.periods.of,
    treatMissingData: silences[props.silenceIs ?? 'good'],
  })
  raised.addAlarmAction(new SnsAction(topic))
  raised.addOkAction(new SnsAction(topic))
  return raised
}
