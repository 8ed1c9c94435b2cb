import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch'
import { Duration } from 'aws-cdk-lib/core'
import type { AlarmProps } from '../alarm/alarm.ts'
import { anythingIn } from '../alarm/queue-alarm.ts'
import type { Digest } from '../digest/digest-stack.ts'
import { successfulRuns } from './metrics.ts'

/** The alarms of a stage that mails papers. SES reviews an account above a bounce rate of 5 % or a complaint rate of 0.1 %. */
export const digestAlarms = (digest: Digest): Record<string, AlarmProps> => ({
  DigestStale: {
    readersLose: 'No due mails were looked for in the last 3 hours: readers get no mail.',
    metric: successfulRuns(digest.digest),
    threshold: 1,
    below: true,
    periods: { bad: 3, of: 3 },
    silenceIs: 'bad',
  },
  MailsFailing: {
    readersLose: 'Mails failed three times: their readers get them late.',
    ...anythingIn(digest.failedMails),
  },
  MailsBouncing: {
    readersLose: 'Five mails in a hundred bounce: SES may stop the account, and readers get no mail.',
    metric: reputation(digest, 'BounceRate'),
    threshold: 0.05,
    periods: { bad: 1, of: 1 },
    silenceIs: 'unknown',
  },
  MailsReported: {
    readersLose:
      'One mail in a thousand is reported as spam: SES may stop the account, and readers get no mail.',
    metric: reputation(digest, 'ComplaintRate'),
    threshold: 0.001,
    periods: { bad: 1, of: 1 },
    silenceIs: 'unknown',
  },
})

/** SES works rates out over its recent mails, and gives them for each configuration set. */
const reputation = ({ configurationSetName }: Digest, rate: 'BounceRate' | 'ComplaintRate'): Metric =>
  new Metric({
    namespace: 'AWS/SES',
    metricName: `Reputation.${rate}`,
    dimensionsMap: { 'ses:configuration-set': configurationSetName },
    statistic: Stats.MAXIMUM,
    period: Duration.hours(1),
  })
