import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda'
import { InvocationType, Trigger } from 'aws-cdk-lib/triggers'
import type { Construct } from 'constructs'
import { ownLog } from '../lambda/own-log.ts'
import type { Stage } from '../options/stage.ts'

/**
 * Starts a run when the stage is first deployed, so that it never stands empty until the next full hour.
 * Nobody waits for its end: a Hub that does not answer fails no deployment.
 */
export function firstPapers(scope: Construct, stage: Stage, refresher: LambdaFunction): void {
  const trigger = new Trigger(scope, 'FirstPapers', {
    handler: refresher,
    invocationType: InvocationType.EVENT,
    executeOnHandlerChange: false,
  })
  // The run's failures must find their queue.
  trigger.executeAfter(refresher, refresher.currentVersion)
  ownLog(scope, 'FirstPapersLog', stage, 'AWSCDK.TriggerCustomResourceProviderCustomResourceProvider')
}
