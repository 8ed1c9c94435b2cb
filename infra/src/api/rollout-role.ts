import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { Stack } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'

/** The role with which CodeDeploy moves the alias. AWS's managed one reaches every function of the account. */
export function rolloutRole(
  scope: Construct,
  { api, aliasName, checker }: { api: IFunction; aliasName: string; checker: IFunction },
): Role {
  const may = (actions: string[], resource: string) => new PolicyStatement({ actions, resources: [resource] })
  return new Role(scope, 'Role', {
    assumedBy: new ServicePrincipal('codedeploy.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } },
    }),
    inlinePolicies: {
      Shift: new PolicyDocument({
        statements: [
          may(['lambda:GetAlias', 'lambda:UpdateAlias'], api.functionArn),
          // The alias depends on its group, and the group on this role: a reference would be a circle.
          may(['lambda:GetProvisionedConcurrencyConfig'], `${api.functionArn}:${aliasName}`),
          may(['lambda:InvokeFunction'], checker.functionArn),
          may(['cloudwatch:DescribeAlarms'], '*'),
        ],
      }),
    },
  })
}
