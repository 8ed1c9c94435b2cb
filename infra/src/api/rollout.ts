import type { Alarm } from 'aws-cdk-lib/aws-cloudwatch'
import {
  LambdaApplication,
  LambdaDeploymentConfig,
  LambdaDeploymentGroup,
  TimeBasedCanaryTrafficRouting,
} from 'aws-cdk-lib/aws-codedeploy'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { Alias, type Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda'
import { Duration, Validations } from 'aws-cdk-lib/core'
import { Construct } from 'constructs'
import { lambdaFunction } from '../lambda/lambda-function.ts'
import type { Stage } from '../options/stage.ts'
import { rolloutRole } from './rollout-role.ts'

/** Long enough for three runs of the probe. Two bad ones in a row raise ApiDown. */
const HALF_FOR = Duration.minutes(15)

/** The alias that API Gateway calls, in place of the newest code. */
export const liveAlias = (scope: Construct, api: LambdaFunction): Alias =>
  new Alias(scope, 'Live', { aliasName: 'live', version: api.currentVersion })

interface Rollout {
  stage: Stage
  api: LambdaFunction
  live: Alias
  /** Each of them rolls a new version back. */
  alarms: Alarm[]
  /** In an outage an alarm is raised already, and would refuse the repair. */
  isUrgent: boolean
}

/** CodeDeploy: a new version of the API first answers every example, then half of the requests, then all. */
export function rollout(scope: Construct, { stage, api, live, alarms, isUrgent }: Rollout): void {
  const own = new Construct(scope, 'Rollout')
  const application = new LambdaApplication(own, 'Application')
  const { functionArn: version } = api.currentVersion
  const checker = lambdaFunction(own, 'Checker', stage, {
    description: 'Asks a new version of the API every example before it gets traffic',
    entry: 'infra/functions/check-version/handler.ts',
    environment: { NEW_VERSION: version },
    memoryMiB: 512,
    timeout: Duration.minutes(5),
    may: [
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [version] }),
      new PolicyStatement({ actions: ['codedeploy:PutLifecycleEventHookExecutionStatus'], resources: ['*'] }),
    ],
  })
  Validations.of(own).acknowledge({
    id: 'AwsSolutions-IAM5[Resource::*]',
    reason:
      'AWS lists no resource for the status of a hook, and does not say whether CodeDeploy names the alarms that it reads.',
  })
  new LambdaDeploymentGroup(own, 'Group', {
    application,
    alias: live,
    role: rolloutRole(own, { api, aliasName: live.aliasName, checker }).withoutPolicyUpdates(),
    deploymentConfig: isUrgent
      ? LambdaDeploymentConfig.ALL_AT_ONCE
      : new LambdaDeploymentConfig(own, 'HalfFirst', {
          trafficRouting: new TimeBasedCanaryTrafficRouting({ interval: HALF_FOR, percentage: 50 }),
        }),
    preHook: checker,
    alarms: isUrgent ? [] : alarms,
    autoRollback: { failedDeployment: true, deploymentInAlarm: !isUrgent },
  })
}
