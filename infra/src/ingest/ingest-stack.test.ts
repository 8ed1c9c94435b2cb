import { workOf } from '@daily-papers/ingest/event.ts'
import { expect, test } from 'vitest'
import { synthesized } from '../testing/synthesized.ts'

const { all, one } = synthesized()
const arnOf = (type: string, idStart: string) => ({ 'Fn::GetAtt': [one(type, idStart).id, 'Arn'] })

test('the feed is refreshed every hour, by UTC', () => {
  expect(one('AWS::Scheduler::Schedule', 'Hourly').properties).toMatchObject({
    ScheduleExpression: 'cron(7 * * * ? *)',
    ScheduleExpressionTimezone: 'Etc/UTC',
    FlexibleTimeWindow: { Mode: 'FLEXIBLE', MaximumWindowInMinutes: 5 },
    State: 'ENABLED',
  })
})

test('a run learns the time it was scheduled for, in the form that the ingest reads', () => {
  const { Input } = one('AWS::Scheduler::Schedule', 'Hourly').properties.Target as { Input: string }
  expect(Input).toBe('{"scheduledTime":"<aws.scheduler.scheduled-time>"}')
  const event = JSON.parse(Input.replace('<aws.scheduler.scheduled-time>', '2026-05-29T12:07:00Z'))
  expect(workOf(event, Date.parse('2026-06-01T00:00:00Z'))).toMatchObject({ source: 'schedule' })
})

test('undelivered runs and thrown errors end in queues', () => {
  expect(one('AWS::Scheduler::Schedule', 'Hourly').properties.Target).toMatchObject({
    DeadLetterConfig: { Arn: arnOf('AWS::SQS::Queue', 'UndeliveredRuns') },
  })
  const configs = all('AWS::Lambda::EventInvokeConfig').filter(({ id }) => id.startsWith('Refresher'))
  // Of the function as the schedule calls it, and of the version that the first deployment starts.
  expect(configs.map(({ properties }) => properties.Qualifier)).toContain('$LATEST')
  expect(configs).toHaveLength(2)
  for (const { properties } of configs) {
    expect(properties).toMatchObject({
      FunctionName: { Ref: one('AWS::Lambda::Function', 'Refresher').id },
      DestinationConfig: { OnFailure: { Destination: arnOf('AWS::SQS::Queue', 'FailedRuns') } },
    })
  }
})

test('the backfill works off one day at a time, two at once, and gives back those that failed', () => {
  expect(one('AWS::Lambda::EventSourceMapping').properties).toMatchObject({
    EventSourceArn: arnOf('AWS::SQS::Queue', 'BackfillDays'),
    FunctionName: { Ref: one('AWS::Lambda::Function', 'Backfiller').id },
    BatchSize: 1,
    ScalingConfig: { MaximumConcurrency: 2 },
    FunctionResponseTypes: ['ReportBatchItemFailures'],
  })
})

test('a day of the backfill stays hidden for six times as long as its function may take', () => {
  const visible = Number(one('AWS::SQS::Queue', 'BackfillDays').properties.VisibilityTimeout)
  expect(visible).toBeGreaterThanOrEqual(
    6 * Number(one('AWS::Lambda::Function', 'Backfiller').properties.Timeout),
  )
})

test('a day of the backfill that fails again and again is put aside', () => {
  expect(one('AWS::SQS::Queue', 'BackfillDays').properties.RedrivePolicy).toEqual({
    deadLetterTargetArn: arnOf('AWS::SQS::Queue', 'FailedDays'),
    maxReceiveCount: 4,
  })
})

test('every queue is encrypted, and failed messages stay for two weeks', () => {
  expect(all('AWS::SQS::Queue')).toHaveLength(4)
  for (const { properties } of all('AWS::SQS::Queue')) {
    expect(properties).toMatchObject({
      SqsManagedSseEnabled: true,
      MessageRetentionPeriod: 14 * 24 * 60 * 60,
    })
  }
})

test('the first deployment starts to load papers without waiting for them, and later ones do not', () => {
  expect(one('Custom::Trigger').properties).toMatchObject({
    HandlerArn: { Ref: expect.stringMatching(/^Refresher/) },
    InvocationType: 'Event',
    ExecuteOnHandlerChange: false,
  })
})
