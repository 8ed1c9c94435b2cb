import type { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { CfnResource, RemovalPolicy, Stack } from 'aws-cdk-lib/core'
import { InvocationType, Trigger } from 'aws-cdk-lib/triggers'
import type { Construct } from 'constructs'
import type { Stage } from './stage.ts'

/**
 * Starts a run when the stage is first deployed, so that it never stands empty until the next full hour.
 * Nobody waits for its end: a Hub that does not answer fails no deployment.
 */
export function firstPapers(scope: Construct, stage: Stage, refresher: NodejsFunction): void {
  const trigger = new Trigger(scope, 'FirstPapers', {
    handler: refresher,
    invocationType: InvocationType.EVENT,
    executeOnHandlerChange: false,
  })
  // The run's failures must find their queue.
  trigger.executeAfter(refresher, refresher.currentVersion)

  const provider = Stack.of(scope).node.findChild(
    'AWSCDK.TriggerCustomResourceProviderCustomResourceProvider',
  )
  const handler = provider.node.findChild('Handler')
  if (!(handler instanceof CfnResource))
    throw new Error('the function behind Trigger is not where CDK used to put it')
  // Left alone, it would write to a log that is never cleared and outlives the stack.
  const logGroup = new LogGroup(scope, 'FirstPapersLog', {
    retention: stage.logRetention,
    removalPolicy: RemovalPolicy.DESTROY,
  })
  handler.addPropertyOverride('LoggingConfig', { LogGroup: logGroup.logGroupName })
}
