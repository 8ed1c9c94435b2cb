import {
  OidcProviderNative,
  PolicyDocument,
  PolicyStatement,
  Role,
  WebIdentityPrincipal,
} from 'aws-cdk-lib/aws-iam'
import { CfnOutput, Duration, Fn, Stack } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import { BadOption, matchingText, refuseUnknown } from '../options/context.ts'
import { optionNames } from '../options/options.ts'

const issuer = 'token.actions.githubusercontent.com'

/**
 * The role that GitHub Actions deploy with, so there is no key to leak. Only workflows of one repository
 * (`-c repository=owner/name`) in its environments `dev` and `prod` can assume it, and it can only use the roles of `cdk bootstrap`.
 * It is an app of its own, so `cdk deploy` of the service needs no arguments.
 * @throws BadOption when no repository is given
 */
export function oidcStack(scope: Construct): Stack {
  refuseUnknown(scope.node, optionNames)
  const repository = matchingText(
    scope.node,
    'repository',
    /^[\w.-]+\/[\w.-]+$/,
    'owner/name of a GitHub repository',
  )
  if (repository === null) throw new BadOption('say who may deploy: -c repository=owner/name')
  const existing = matchingText(
    scope.node,
    'oidcProviderArn',
    /^arn:aws[\w-]*:iam::/,
    'the ARN of an OIDC provider',
  )

  const stack = new Stack(scope, 'DailyPapers-GitHub', {
    description: 'Daily Papers Graph: the role by which GitHub Actions deploy',
  })
  const providerArn =
    existing ??
    new OidcProviderNative(stack, 'GitHub', {
      url: `https://${issuer}`,
      clientIds: ['sts.amazonaws.com'],
    }).oidcProviderArn

  const role = new Role(stack, 'Deployer', {
    description: `Deploys Daily Papers Graph from ${repository}`,
    maxSessionDuration: Duration.hours(1),
    assumedBy: new WebIdentityPrincipal(providerArn, {
      StringEquals: {
        [`${issuer}:aud`]: 'sts.amazonaws.com',
        [`${issuer}:sub`]: ['dev', 'prod'].map(stage => `repo:${repository}:environment:${stage}`),
      },
    }),
    inlinePolicies: {
      Deploy: new PolicyDocument({
        statements: [
          new PolicyStatement({
            actions: ['sts:AssumeRole'],
            resources: ['deploy', 'file-publishing', 'lookup'].map(bootstrapRole),
          }),
        ],
      }),
    },
  })
  new CfnOutput(stack, 'RoleArn', {
    value: role.roleArn,
    description: 'The variable AWS_ROLE_ARN of the repository',
  })
  return stack
}

/** A role that `cdk bootstrap` creates in each account and region. */
const bootstrapRole = (purpose: string): string =>
  Fn.sub(
    `arn:\${AWS::Partition}:iam::\${AWS::AccountId}:role/cdk-hnb659fds-${purpose}-role-\${AWS::AccountId}-\${AWS::Region}`,
  )
