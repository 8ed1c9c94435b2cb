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

test('a provider that the account already has is used again', () => {
  const oidcProviderArn = 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com'
  expect(role({ repository: 'someone/fork', oidcProviderArn })).toContain(oidcProviderArn)
})

test('without a repository nobody may deploy', () => {
  expect(() => stackFor({})).toThrow('-c repository=owner/name')
})
