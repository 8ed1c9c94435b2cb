import { expect, test } from 'vitest'
import { statementsOf, synthesized } from '../testing/synthesized.ts'

const prod = synthesized({ stage: 'prod' })
const bucketOf = ({ one }: typeof prod) => one('AWS::S3::Bucket', 'History')

test('the exports are private, versioned for a year, and outlive a stack of prod but no failed first deployment', () => {
  const { properties, deletionPolicy } = bucketOf(prod)
  expect(properties).toMatchObject({
    VersioningConfiguration: { Status: 'Enabled' },
    PublicAccessBlockConfiguration: { BlockPublicPolicy: true, RestrictPublicBuckets: true },
    LifecycleConfiguration: {
      Rules: [{ NoncurrentVersionExpiration: { NoncurrentDays: 365 }, Status: 'Enabled' }],
    },
  })
  expect(deletionPolicy).toBe('RetainExceptOnCreate')
  expect(bucketOf(synthesized()).deletionPolicy).toBe('Delete')
})

test('an export runs every week, and one that fails or cannot start raises an alarm', () => {
  const { properties } = prod.one('AWS::Scheduler::Schedule', 'HistorySchedule')
  expect(properties).toMatchObject({
    ScheduleExpression: 'cron(40 5 ? * SUN *)',
    Target: {
      DeadLetterConfig: { Arn: { 'Fn::GetAtt': [expect.stringMatching(/^UndeliveredRuns/), 'Arn'] } },
    },
  })
  const ofExporter = prod.one('AWS::Lambda::EventInvokeConfig', 'HistoryExporter').properties
  expect(JSON.stringify(ofExporter.DestinationConfig)).toContain('FailedRuns')
})

test('the exporter may put that one object and nothing may read or delete it', () => {
  const statements = prod.all('AWS::IAM::Role').flatMap(statementsOf)
  const ofHistory = statements.filter(({ Resource }) => /history\.ndjson\.gz/.test(JSON.stringify(Resource)))
  expect(ofHistory.map(({ Action }) => Action)).toEqual(['s3:PutObject'])
})
