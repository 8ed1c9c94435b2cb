import { describe, expect, test } from 'vitest'
import { createOidcApp } from './app.ts'
import { againstSpec } from './testing/against-spec.ts'
import { resourcesOf, synthesized } from './testing/synthesized.ts'

const certificateArn = 'arn:aws:acm:us-east-1:111122223333:certificate/1'
const domain = { domainName: 'papers.example.org', certificateArn }
const everything = {
  ...{ stage: 'prod', alarmEmail: 'on-call@example.org', apiConcurrency: '50', cdn: 'true', ...domain },
  ...{ hubTokenParameter: '/daily-papers/hub-token', repository: 'someone/fork', monthlyBudget: '20' },
  ...{ restoredTable: 'restored', digestFrom: 'papers@example.org', digestTable: 'subscriptions' },
  regionalCertificateArn: 'arn:aws:acm:eu-west-1:111122223333:certificate/2',
  webAclArn: 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/limits/1',
}

describe('CloudFormation’s own schema allows every resource', () => {
  test.each<[string, Record<string, string>]>([
    ['dev', {}],
    ['prod', { stage: 'prod' }],
    ['prod with every option', everything],
    ['the digest', { digestFrom: 'papers@example.org' }],
    ['CloudFront', { cdn: 'true' }],
    ['CloudFront with a domain', { cdn: 'true', ...domain }],
    ['a domain', domain],
  ])('of %s', (_, options) => {
    const resources = synthesized(options).all()
    expect(resources.length).toBeGreaterThan(50)
    expect(resources.flatMap(againstSpec)).toEqual([])
  })

  test('of the role that GitHub deploys with', () => {
    const context = { repository: 'someone/fork', repositoryOwnerId: '1', repositoryId: '2' }
    const resources = resourcesOf(createOidcApp({ context, builtinCloudFormationValidation: false }))
    expect(resources.map(({ type }) => type)).toContain('AWS::IAM::Role')
    expect(resources.flatMap(againstSpec)).toEqual([])
  })
})

test.each([
  ['an unknown property', { Visibility: 60 }, 'Fn.Visibility is unknown'],
  ['a number that is none', { Timeout: 'long' }, 'Fn.Timeout must be integer, not "long"'],
  ['a text in place of a list', { Layers: 'one' }, 'Fn.Layers must be array, not "one"'],
  ['a text that is none of the known', { PackageType: 'Tar' }, 'Fn.PackageType must be string, not "Tar"'],
  [
    'a part without what it needs',
    { FileSystemConfigs: [{ Arn: 'a' }] },
    'Fn.FileSystemConfigs[0].LocalMountPath is missing',
  ],
])('%s is found', (_, wrong, problem) => {
  const properties = { Code: { ZipFile: '' }, Role: 'role', ...wrong }
  const fn = { stack: '', id: 'Fn', type: 'AWS::Lambda::Function', properties, deletionPolicy: null }
  expect(againstSpec(fn)).toEqual([problem])
})
