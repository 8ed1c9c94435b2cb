import { Template } from 'aws-cdk-lib/assertions'
import { App } from 'aws-cdk-lib/core'
import { expect, test } from 'vitest'
import { oidcStack } from './oidc-stack.ts'

const stackFor = (context: Record<string, string>) =>
  oidcStack(new App({ context, builtinCloudFormationValidation: false }))

const role = (context: Record<string, string>) =>
  JSON.stringify(Object.values(Template.fromStack(stackFor(context)).findResources('AWS::IAM::Role')))

test('only the environments of one repository may deploy', () => {
  const text = role({ repository: 'someone/fork' })
  expect(text).toContain(
    '"token.actions.githubusercontent.com:sub":["repo:someone/fork:environment:dev","repo:someone/fork:environment:prod"]',
  )
  expect(text).not.toContain('*')
})

test('a repository created since July 2026 is identified by its ids, which no other can take over', () => {
  const ids = { repositoryOwnerId: '583231', repositoryId: '1296269' }
  const text = role({ repository: 'someone/fork', ...ids })
  expect(text).toContain('"repo:someone@583231/fork@1296269:environment:dev"')
  expect(text).not.toContain('repo:someone/fork')
  expect(() => stackFor({ repository: 'someone/fork', repositoryId: '1' })).toThrow('go together')
})

test('the roles of a bootstrap with its own qualifier are those that may be used', () => {
  const text = role({ repository: 'someone/fork', '@aws-cdk/core:bootstrapQualifier': 'papers' })
  expect(text).toContain('role/cdk-papers-deploy-role-')
  expect(text).not.toContain('hnb659fds')
})

test('a provider that the account already has is used again', () => {
  const oidcProviderArn = 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com'
  expect(role({ repository: 'someone/fork', oidcProviderArn })).toContain(oidcProviderArn)
})

test('without a repository nobody may deploy', () => {
  expect(() => stackFor({})).toThrow('-c repository=owner/name')
})
