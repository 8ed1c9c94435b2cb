import type { DigestEnv } from '@daily-papers/digest/env.ts'
import type { ITable } from 'aws-cdk-lib/aws-dynamodb'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda'
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { Duration } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import { failureQueue, queue } from '../ingest/queues.ts'
import { lambdaFunction } from '../lambda/lambda-function.ts'
import type { Stage } from '../options/stage.ts'
import { keepsSubscriptions } from './digest-access.ts'
import type { SenderIdentity } from './sender-identity.ts'

/** Senders at once: with one mail after the other each stays below the 14 mails a second of a new account. */
const SENDERS = 2

export interface DigestFunctionProps {
  stage: Stage
  table: ITable
  sender: SenderIdentity
  from: string
  /** Where the API is, without a slash at the end. */
  site: string
}

/** The function that takes subscriptions, finds due mails, sends them, and acts on SES's reports. */
export function digestFunction(
  scope: Construct,
  props: DigestFunctionProps,
): { digest: LambdaFunction; failedMails: Queue } {
  const { stage, table, sender, from, site } = props
  const timeout = Duration.minutes(2)
  const failedMails = failureQueue(scope, 'FailedMails')
  const dueMails = queue(scope, 'DueMails', {
    visibilityTimeout: Duration.minutes(6 * timeout.toMinutes()),
    deadLetterQueue: { queue: failedMails, maxReceiveCount: 3 },
  })
  const digest = lambdaFunction(scope, 'Digest', stage, {
    description: 'Takes subscriptions and mails the papers that are due',
    entry: 'packages/digest/src/lambda/digest-handler.ts',
    environment: {
      TABLE_NAME: table.tableName,
      DIGEST_FROM: from,
      GRAPHQL_URL: `${site}/graphql`,
      SITE_URL: site,
      CONFIGURATION_SET: sender.configurationSet.configurationSetName,
      QUEUE_URL: dueMails.queueUrl,
    } satisfies DigestEnv,
    memoryMiB: 1024,
    timeout,
    may: [
      ...keepsSubscriptions(table),
      sender.sends,
      new PolicyStatement({
        actions: ['sqs:SendMessage', 'sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
        resources: [dueMails.queueArn],
      }),
    ],
  })
  digest.addEventSource(
    new SqsEventSource(dueMails, { batchSize: 10, maxConcurrency: SENDERS, reportBatchItemFailures: true }),
  )
  return { digest, failedMails }
}
