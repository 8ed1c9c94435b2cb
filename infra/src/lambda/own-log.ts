import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { CfnResource, CustomResourceProviderBase, RemovalPolicy, Stack } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import type { Stage } from '../options/stage.ts'

/**
 * Gives a function that CDK adds to the stack a log group of its own and a role that can write to no other.
 * Otherwise it creates a log group that never expires and outlives the stack.
 * @param providerId id of the function's provider in the stack
 * @throws Error when CDK has moved it
 */
export function ownLog(scope: Construct, id: string, stage: Stage, providerId: string): void {
  const provider = Stack.of(scope).node.tryFindChild(providerId)
  const [role, handler] = ['Role', 'Handler'].map(part => provider?.node.tryFindChild(part))
  if (!(provider instanceof CustomResourceProviderBase && CfnResource.isCfnResource(handler)))
    throw new Error(`${providerId} is not where CDK used to put it`)
  if (!CfnResource.isCfnResource(role)) throw new Error(`${providerId} has no role of its own any more`)

  const log = new LogGroup(scope, id, {
    retention: stage.logRetention,
    removalPolicy: RemovalPolicy.DESTROY,
  })
  handler.addPropertyOverride('LoggingConfig', { LogGroup: log.logGroupName })
  // The managed policy allows it to create log groups.
  role.addPropertyDeletionOverride('ManagedPolicyArns')
  provider.addToRolePolicy({
    Effect: 'Allow',
    Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    Resource: log.logGroupArn,
  })
}
