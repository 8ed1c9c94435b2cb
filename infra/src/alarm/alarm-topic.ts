import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Stack } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import type { Options } from '../options/options.ts'

/** The topic of all alarms. `alarmEmail` subscribes to it. */
export function alarmTopic(scope: Construct, { alarmEmail }: Options): Topic {
  const topic = new Topic(scope, 'AlarmTopic', { displayName: 'Daily Papers Graph', enforceSSL: true })
  // `enforceSSL` writes a policy, which replaces the default one that lets the account's alarms publish.
  topic.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } },
    }),
  )
  if (alarmEmail) topic.addSubscription(new EmailSubscription(alarmEmail))
  return topic
}
