import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda'
import { InvocationType, Trigger } from 'aws-cdk-lib/triggers'
import type { Construct } from 'constructs'
import { ownLog } from '../lambda/own-log.ts'
import type { Stage } from '../options/stage.ts'

/**
 * Starts a run at the first deployment, so that the stage has papers before the next hourly run.
 * The deployment does not wait for it, so a Hub that is down fails no deployment.
 */
export function firstPapers(scope: Construct, stage: Stage, refresher: LambdaFunction): void {
  const trigger = new Trigger(scope, 'FirstPapers', {
    handler: refresher,
    invocationType: InvocationType.EVENT,
    executeOnHandlerChange: false,
  })
  // The run must not start before the queue for its failure exists.
  trigger.executeAfter(refresher, refresher.currentVersion)
  ownLog(scope, 'FirstPapersLog', stage, 'AWSCDK.TriggerCustomResourceProviderCustomResourceProvider')
}
