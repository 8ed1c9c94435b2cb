import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets'
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda'
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler'
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets'
import type { IQueue, Queue } from 'aws-cdk-lib/aws-sqs'
import { Duration, NestedStack, TimeZone } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import type { Api } from '../api/api-stack.ts'
import { schedulerRole } from '../lambda/scheduler-role.ts'
import type { Options } from '../options/options.ts'
import type { Stage } from '../options/stage.ts'
import { digestFunction } from './digest-function.ts'
import { digestTable } from './digest-table.ts'
import { links, openRoute } from './links.ts'
import { senderIdentity } from './sender-identity.ts'

export interface Digest {
  digest: LambdaFunction
  /** Mails that could not be sent three times. */
  failedMails: IQueue
  configurationSetName: string
  tableName: string
  /** The CNAME records that DKIM needs, one a line: name, then value. */
  dkimRecords: string
}

export interface DigestProps {
  stage: Stage
  options: Options
  api: Api
  /** Runs that Scheduler could not start. */
  undelivered: Queue
  from: string
}

/** Papers by e-mail: subscriptions, due mails, and SES's reports. */
export function digestStack(scope: Construct, props: DigestProps): Digest {
  const { stage, options, api, undelivered, from } = props
  const stack = new NestedStack(scope, 'Digest', { description: 'Daily Papers Graph: papers by e-mail' })
  const table = digestTable(stack, stage, options)
  const sender = senderIdentity(stack, from)
  const { digest, failedMails } = digestFunction(stack, { stage, table, sender, from, site: api.url })

  const integration = new HttpLambdaIntegration('Subscriptions', digest)
  openRoute(stack, api.httpApi, HttpMethod.POST, '/subscriptions', integration)
  links(stack, stage, table, api.httpApi)
  sender.reports.addTarget(new LambdaTarget(digest, { retryAttempts: 10, maxEventAge: Duration.hours(6) }))
  new Schedule(stack, 'EveryQuarterHour', {
    description: 'Finds due mails. Hours of time zones begin at any quarter of an hour in UTC',
    schedule: ScheduleExpression.cron({ minute: '1,16,31,46', timeZone: TimeZone.ETC_UTC }),
    target: new LambdaInvoke(digest, {
      input: ScheduleTargetInput.fromObject({ enqueue: 'due' }),
      deadLetterQueue: undelivered,
      retryAttempts: 2,
      // After a quarter of an hour the next run does its work.
      maxEventAge: Duration.minutes(15),
      role: schedulerRole(stack, digest, undelivered),
    }),
  })
  return {
    digest,
    failedMails,
    configurationSetName: sender.configurationSet.configurationSetName,
    tableName: table.tableName,
    dkimRecords: sender.identity.dkimRecords.map(({ name, value }) => `${name} ${value}`).join('\n'),
  }
}
