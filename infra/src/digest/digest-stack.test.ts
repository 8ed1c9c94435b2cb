import { readDigestEnv, readLinksEnv } from '@daily-papers/digest/env.ts'
import { expect, test } from 'vitest'
import { type Resource, statementsOf, synthesized } from '../testing/synthesized.ts'

const FROM = 'papers@example.org'
const plain = synthesized({ stage: 'prod' })
const dev = synthesized({ digestFrom: FROM })
const prod = synthesized({ stage: 'prod', digestFrom: FROM })
const inDigest = ({ stack }: Resource) => stack.endsWith('/Digest')
const of = (type: string) => prod.all(type).filter(inDigest)

test('without digestFrom there is nothing of it, and everything else stays as it is', () => {
  expect(plain.all().filter(inDigest)).toEqual([])
  expect(plain.all().some(({ type }) => /^AWS::(SES|Events)::/.test(type))).toBe(false)
  // The API has a variable more with the digest, and so another version.
  const lasting = (stage: typeof plain) => stage.all().filter(({ type }) => type !== 'AWS::Lambda::Version')
  const ids = (stage: typeof plain) => lasting(stage).map(({ stack, id }) => `${stack}/${id}`)
  expect(ids(plain).filter(id => !ids(prod).includes(id))).toEqual([])
})

test('no rule of AwsSolutions is broken unless its reason is written beside the construct', () => {
  expect(dev.findings).toEqual([])
  expect(prod.findings).toEqual([])
})

const roleOf = (name: string) => statementsOf(prod.one('AWS::IAM::Role', name))
const actionsOf = (name: string) =>
  roleOf(name)
    .flatMap(({ Action }) => Action)
    .toSorted()

test('the sender sends from its own address alone, and keeps subscriptions in its own table alone', () => {
  expect(actionsOf('DigestRole')).toEqual([
    ...['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:Query', 'dynamodb:UpdateItem'],
    ...['logs:CreateLogStream', 'logs:PutLogEvents', 'ses:SendRawEmail'],
    ...['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage', 'sqs:SendMessage'],
  ])
  const statements = roleOf('DigestRole')
  expect(statements.find(({ Action }) => Action === 'ses:SendRawEmail')).toMatchObject({
    Condition: { StringEquals: { 'ses:FromAddress': FROM } },
  })
  expect(JSON.stringify(statements)).not.toContain('"*"')
  const tables = JSON.stringify(statements.filter(({ Action }) => String(Action).includes('dynamodb:')))
  expect([...tables.matchAll(/"Fn::GetAtt":\["(\w+)"/g)].map(([, id]) => id)).toEqual(
    Array(2).fill(of('AWS::DynamoDB::Table')[0]?.id),
  )
})

test('the function behind the links cannot send mail', () => {
  expect(actionsOf('LinksSubscriptionsRole')).toEqual([
    ...['dynamodb:DeleteItem', 'dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:UpdateItem'],
    ...['logs:CreateLogStream', 'logs:PutLogEvents'],
  ])
})

test('the API’s role is the same with a digest', () => {
  const role = ({ one }: typeof plain) => one('AWS::IAM::Role', 'ApiRole').properties
  expect(role(prod)).toEqual(role(plain))
})

test('the paths of the digest have routes of their own', () => {
  const keys = of('AWS::ApiGatewayV2::Route').map(({ properties }) => properties.RouteKey)
  expect(keys.sort()).toEqual([
    'GET /subscriptions/{token}',
    'POST /subscriptions',
    'POST /subscriptions/{token}',
  ])
})

test('taking the digest away leaves subscribers and their links in prod, and nothing in dev', () => {
  const kept = (stage: typeof prod) =>
    stage
      .all()
      .filter(inDigest)
      .filter(({ deletionPolicy }) => deletionPolicy === 'Retain')
      .map(({ type }) => type)
  expect(kept(dev)).toEqual([])
  expect([...new Set(kept(prod))].sort()).toEqual([
    'AWS::ApiGatewayV2::Integration',
    'AWS::ApiGatewayV2::Route',
    'AWS::DynamoDB::Table',
    'AWS::IAM::Role',
    'AWS::Lambda::Function',
    'AWS::Lambda::Permission',
    'AWS::Logs::LogGroup',
  ])
  const subscribing = of('AWS::ApiGatewayV2::Route').find(
    ({ properties }) => properties.RouteKey === 'POST /subscriptions',
  )
  expect(subscribing?.deletionPolicy).not.toBe('Retain')
})

test('a table that was left standing can be taken up again', () => {
  const again = synthesized({ stage: 'prod', digestFrom: FROM, digestTable: 'left-standing' })
  expect(again.all('AWS::DynamoDB::Table').filter(inDigest)).toEqual([])
  const { Variables } = again.one('AWS::Lambda::Function', 'Digest').properties.Environment as {
    Variables: Record<string, unknown>
  }
  expect(Variables.TABLE_NAME).toBe('left-standing')
})

test('SES signs with DKIM, suppresses what bounced, and reports to the sender', () => {
  expect(of('AWS::SES::EmailIdentity')[0]?.properties.EmailIdentity).toBe('example.org')
  expect(of('AWS::SES::ConfigurationSet')[0]?.properties).toMatchObject({
    SuppressionOptions: { SuppressedReasons: ['BOUNCE', 'COMPLAINT'] },
  })
  expect(of('AWS::SES::ConfigurationSetEventDestination')[0]?.properties.EventDestination).toMatchObject({
    MatchingEventTypes: ['bounce', 'complaint', 'delivery'],
  })
  expect(of('AWS::Events::Rule')[0]?.properties.EventPattern).toMatchObject({ source: ['aws.ses'] })
})

test('both functions get the settings that they read', () => {
  const settings = (id: string) => {
    const { Variables } = prod.one('AWS::Lambda::Function', id).properties.Environment as {
      Variables: Record<string, unknown>
    }
    return Object.fromEntries(
      Object.entries(Variables).map(([name, value]) => [
        name,
        typeof value === 'string' ? value : /URL/.test(name) ? 'https://example.org' : 'token',
      ]),
    )
  }
  expect(readDigestEnv(settings('Digest'))).toMatchObject({ DIGEST_FROM: FROM, HOURLY_CONFIRMATIONS: 200 })
  expect(readLinksEnv(settings('LinksSubscriptions'))).toHaveProperty('TABLE_NAME')
})
