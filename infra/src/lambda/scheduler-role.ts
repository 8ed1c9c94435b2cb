import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { Stack } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'

/** Lets Scheduler invoke one function and report failed deliveries to a queue. CDK's own role would allow every version. */
export function schedulerRole(scope: Construct, target: IFunction, undelivered?: Queue) {
  const role = new Role(scope, 'SchedulerRole', {
    assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } },
    }),
    inlinePolicies: {
      Start: new PolicyDocument({
        statements: [
          new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [target.functionArn] }),
          ...(undelivered
            ? [new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [undelivered.queueArn] })]
            : []),
        ],
      }),
    },
  })
  return role.withoutPolicyUpdates()
}
