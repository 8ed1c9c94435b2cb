import { readEnv as readApiEnv } from '@daily-papers/api/env.ts'
import { readEnv as readIngestEnv } from '@daily-papers/ingest/env.ts'
import { readEnv as readSnapshotEnv } from '@daily-papers/snapshot/env.ts'
import { readEnv as readExportEnv } from '@daily-papers/snapshot/history/env.ts'
import { expect, test } from 'vitest'
import { type Resource, statementsOf, synthesized } from './testing/synthesized.ts'

const dev = synthesized()
const everything = synthesized({
  stage: 'prod',
  alarmEmail: 'on-call@example.org',
  cdn: 'true',
  domainName: 'papers.example.org',
  certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/1',
  hubTokenParameter: '/daily-papers/hub-token',
  repository: 'someone/daily-papers-graph',
})

test('no rule of AwsSolutions is broken unless its reason is written beside the construct', () => {
  expect(dev.findings).toEqual([])
  expect(everything.findings).toEqual([])
})

test('nothing has a physical name, so that two stages fit into one account', () => {
  const named = everything.all().flatMap(({ id, type, properties }) => {
    const name =
      type === 'AWS::ApiGatewayV2::Api' ||
      // Names within a function.
      type === 'AWS::Lambda::Alias' ||
      // The stage is in its name.
      type === 'AWS::Logs::QueryDefinition' ||
      type.startsWith('AWS::CloudFront::')
        ? undefined
        : nameIn(properties)
    return typeof name === 'string' ? [`${id}: ${name}`] : []
  })
  expect(named).toEqual([])
})

const nameIn = (properties: Record<string, unknown>): unknown =>
  ['TableName', 'QueueName', 'RoleName', 'TopicName', 'LogGroupName', 'AlarmName', 'DashboardName', 'Name']
    .map(key => properties[key])
    .find(name => name !== undefined)

test('every log expires, and is deleted with its stack', () => {
  const logs = [...dev.all('AWS::Logs::LogGroup'), ...everything.all('AWS::Logs::LogGroup')]
  expect(logs.length).toBeGreaterThanOrEqual(10)
  for (const { properties, deletionPolicy } of logs) {
    expect(properties.RetentionInDays).toBeOneOf([14, 90])
    expect(deletionPolicy).toBe('Delete')
  }
})

test('every function writes to a log of its own', () => {
  const groups = dev.all('AWS::Lambda::Function').map(({ properties }) => properties.LoggingConfig)
  expect(groups).toHaveLength(8)
  expect(new Set(groups.map(group => JSON.stringify(group))).size).toBe(8)
})

const ours = (): Resource[] =>
  ['Refresher', 'Backfiller', 'Snapshotter', 'HistoryExporter', 'Api', 'Prober'].map(id =>
    everything.one('AWS::Lambda::Function', id),
  )

test('our functions run on arm64 and Node 24 and name lines of source in stack traces, which the API does by itself', () => {
  const api = everything.one('AWS::Lambda::Function', 'Api')
  for (const { properties } of ours()) {
    expect(properties).toMatchObject({
      Architectures: ['arm64'],
      Runtime: 'nodejs24.x',
      Handler: 'index.handler',
      // Memory and billed durations are in reports, which are of this level.
      LoggingConfig: { LogFormat: 'JSON', SystemLogLevel: 'INFO' },
    })
    const { NODE_OPTIONS } = (properties.Environment as { Variables: Record<string, unknown> }).Variables
    expect(NODE_OPTIONS).toBe(properties === api.properties ? undefined : '--enable-source-maps')
  }
})

test.each([
  ['Refresher', readIngestEnv],
  ['Backfiller', readIngestEnv],
  ['Snapshotter', readSnapshotEnv],
  ['HistoryExporter', readExportEnv],
  ['Api', readApiEnv],
] as const)('%s reads every variable that it is given, and needs no other', (id, readEnv) => {
  const { Variables } = everything.one('AWS::Lambda::Function', id).properties.Environment as {
    Variables: Record<string, unknown>
  }
  const { NODE_OPTIONS: _ofNode, ...given } = Variables
  const asText = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : 'resolved-on-deployment',
    ]),
  )
  expect(readEnv(asText)).toEqual(asText)
})

const writesLog = ['logs:CreateLogStream', 'logs:PutLogEvents']
const reads = ['dynamodb:BatchGetItem', 'dynamodb:Query']
const writes = ['BatchWriteItem', 'DeleteItem', 'PutItem', 'UpdateItem'].map(name => `dynamodb:${name}`)

test.each([
  ['Api', [...reads, ...writesLog, 's3:GetObject', 's3:ListBucket']],
  [
    'Snapshotter',
    [
      'dynamodb:BatchGetItem',
      'dynamodb:Query',
      ...writesLog,
      's3:GetObject',
      's3:ListBucket',
      's3:PutObject',
    ],
  ],
  ['Refresher', [...reads, ...writes, 'dynamodb:Scan', ...writesLog, 'sqs:SendMessage', 'ssm:GetParameter']],
  [
    'Backfiller',
    [
      ...[...reads, ...writes, 'dynamodb:Scan', ...writesLog, 'ssm:GetParameter'],
      ...['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'],
    ],
  ],
  ['HistoryExporter', ['dynamodb:Scan', ...writesLog, 's3:PutObject', 'sqs:SendMessage']],
  ['Prober', writesLog],
  ['ProbeSchedulerRole', ['lambda:InvokeFunction']],
  ['SchedulerRole', ['lambda:InvokeFunction', 'sqs:SendMessage']],
  ['HistoryScheduleSchedulerRole', ['lambda:InvokeFunction', 'sqs:SendMessage']],
  ['SnapshotScheduleSchedulerRole', ['lambda:InvokeFunction', 'sqs:SendMessage']],
])('the role of %s allows exactly what is done with it', (id, actions) => {
  const role = everything.one('AWS::IAM::Role', id)
  expect(
    statementsOf(role)
      .flatMap(({ Action }) => Action)
      .toSorted()
      .filter(unique),
  ).toEqual(actions.toSorted())
  expect(JSON.stringify(statementsOf(role))).not.toContain('*')
  expect(role.properties.ManagedPolicyArns).toBeUndefined()
})

const unique = <T>(value: T, index: number, all: T[]): boolean => all.indexOf(value) === index

test('no role gains anything by a policy written elsewhere', () => {
  expect(everything.all('AWS::IAM::Policy')).toEqual([])
})

test('a deployment ends with the address of the API, its table and the command that loads the history', () => {
  expect(Object.keys(dev.outputs)).toEqual([
    'SiteUrl',
    'GraphqlUrl',
    'TableName',
    'HistoryBucket',
    'StartBackfill',
  ])
  expect(JSON.stringify(dev.outputs.StartBackfill)).toContain(
    'pnpm exec node infra/bin/start-backfill.ts --queue',
  )
})
