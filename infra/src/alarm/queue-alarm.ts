import { Stats } from 'aws-cdk-lib/aws-cloudwatch'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import { Duration } from 'aws-cdk-lib/core'
import type { AlarmProps } from './alarm.ts'

/** A queue that should be empty has messages. */
export const anythingIn = (failures: IQueue): Omit<AlarmProps, 'readersLose'> => ({
  metric: failures.metricApproximateNumberOfMessagesVisible({
    period: Duration.minutes(5),
    statistic: Stats.MAXIMUM,
  }),
  threshold: 1,
  periods: { bad: 1, of: 1 },
})
