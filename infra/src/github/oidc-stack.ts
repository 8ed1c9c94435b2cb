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
  const [ownerId, repositoryId] = ['repositoryOwnerId', 'repositoryId'].map(name =>
    matchingText(scope.node, name, /^\d+$/, 'a number, which `gh api repos/<owner>/<name>` shows'),
  )
  if (!ownerId !== !repositoryId)
    throw new BadOption('-c repositoryOwnerId and -c repositoryId go together: give both')
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
        [`${issuer}:sub`]: subjects(repository, ownerId, repositoryId),
      },
    }),
    inlinePolicies: {
      Deploy: new PolicyDocument({
        statements: [
          new PolicyStatement({
            actions: ['sts:AssumeRole'],
            resources: ['deploy', 'file-publishing', 'lookup'].map(purpose => bootstrapRole(stack, purpose)),
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

/**
 * The subjects of the workflows that may deploy. GitHub's tokens of repositories made, renamed or moved since July 2026 carry
 * the ids of owner and repository, so that nobody who takes over a name can deploy. Older ones carry the names alone.
 */
function subjects(repository: string, ownerId?: string | null, repositoryId?: string | null): string[] {
  const [owner, name] = repository.split('/')
  const named = ownerId && repositoryId ? `${owner}@${ownerId}/${name}@${repositoryId}` : repository
  return ['dev', 'prod'].map(stage => `repo:${named}:environment:${stage}`)
}

/** A role that `cdk bootstrap` creates in each account and region. */
const bootstrapRole = ({ synthesizer }: Stack, purpose: string): string =>
  Fn.sub(
    `arn:\${AWS::Partition}:iam::\${AWS::AccountId}:role/cdk-${synthesizer.bootstrapQualifier ?? 'hnb659fds'}-${purpose}-role-\${AWS::AccountId}-\${AWS::Region}`,
  )
