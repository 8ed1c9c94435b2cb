import { expect, test } from 'vitest'
import { statementsOf, synthesized } from '../testing/synthesized.ts'

const { one } = synthesized({ stage: 'prod' })

test('the bucket is private, lets go of old versions after a day and goes with its stack', () => {
  const { properties, deletionPolicy } = one('AWS::S3::Bucket', 'Snapshots')
  expect(properties).toMatchObject({
    VersioningConfiguration: { Status: 'Enabled' },
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      RestrictPublicBuckets: true,
    },
    LifecycleConfiguration: {
      Rules: [{ NoncurrentVersionExpiration: { NoncurrentDays: 1 }, Status: 'Enabled' }],
    },
  })
  expect(deletionPolicy).toBe('Delete')
})

test('Snapshotter checks three times an hour, and a run that cannot start ends in a queue', () => {
  const { properties } = one('AWS::Scheduler::Schedule', 'SnapshotSchedule')
  expect(properties).toMatchObject({
    ScheduleExpression: 'cron(0,20,40 * * * ? *)',
    ScheduleExpressionTimezone: 'Etc/UTC',
    Target: {
      DeadLetterConfig: { Arn: { 'Fn::GetAtt': [expect.stringMatching(/^UndeliveredRuns/), 'Arn'] } },
    },
  })
})

test('only the builder may write the one object, and both may tell that it is missing', () => {
  const may = (id: string) =>
    statementsOf(one('AWS::IAM::Role', id)).filter(({ Action }) => JSON.stringify(Action).includes('s3:'))
  expect(JSON.stringify(may('Api'))).not.toContain('PutObject')
  for (const id of ['Api', 'Snapshotter']) {
    expect(JSON.stringify(may(id))).toContain('/daily-papers.sqlite')
    expect(may(id).map(({ Action }) => Action)).toContain('s3:ListBucket')
  }
})
