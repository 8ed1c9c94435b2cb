import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import type { Construct } from 'constructs'

const silences = {
  good: TreatMissingData.NOT_BREACHING,
  /** For what must happen, such as the hourly run. */
  bad: TreatMissingData.BREACHING,
  /** The alarm stays as it is. */
  unknown: TreatMissingData.IGNORE,
}

export interface AlarmProps {
  /** What readers lose while it lasts: one sentence, the first thing that whoever is woken reads. */
  readersLose: string
  metric: IMetric
  /** It is raised when the metric reaches this; with `below`, when it falls under it. */
  threshold: number
  below?: boolean
  /** How many of the last periods must be bad, of how many. */
  periods: { bad: number; of: number }
  /** What no data means; `good` when not said, as failures are only counted when there are any. */
  silenceIs?: keyof typeof silences
}

/** Where the runbook's articles are: in the repository, as a whole URL when it is known. */
export function runbookLink(alarmId: string, repository: string | null): string {
  const anchor = alarmId.replace(/\B[A-Z]/g, letter => `-${letter}`).toLowerCase()
  const base = repository ? `https://github.com/${repository}/blob/main/` : ''
  return `${base}docs/runbook.md#${anchor}`
}

/** An alarm that tells people what it means and what to do, when it is raised and when it is over. */
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
