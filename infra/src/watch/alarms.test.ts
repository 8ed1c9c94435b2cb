import { readFileSync } from 'node:fs'
import { metricLine } from '@daily-papers/ingest/metrics.ts'
import { expect, test } from 'vitest'
import { synthesized } from '../testing/synthesized.ts'

const { all, one } = synthesized({
  alarmEmail: 'on-call@example.org',
  digestFrom: 'papers@example.org',
  repository: 'someone/fork',
})
const alarms = all('AWS::CloudWatch::Alarm')
const runbook = readFileSync(new URL('../../../docs/runbook.md', import.meta.url), 'utf8')
const articles = [...runbook.matchAll(/^## ([a-z-]+)$/gm)].map(([, heading = '']) => heading)

test.each(alarms.map(({ id, properties }) => [id, String(properties.AlarmDescription)]))(
  '%s says what readers lose and names its article in the runbook',
  (_id, description) => {
    expect(description).toMatch(/: .*readers? .*\. What to do: /i)
    const link = /https:\/\/github\.com\/someone\/fork\/blob\/main\/docs\/runbook\.md#(\S+)$/.exec(
      description,
    )
    expect(articles).toContain(link?.[1])
  },
)

test('the runbook has no article without an alarm', () => {
  const linked = alarms.map(({ properties }) => String(properties.AlarmDescription).split('#')[1])
  expect(articles.filter(article => !linked.includes(article))).toEqual([])
})

test('every alarm reaches the topic when it is raised and when it is over', () => {
  expect(all('AWS::SNS::Topic')).toHaveLength(1)
  // In the API's stack it is a parameter, which has the topic's name with another hash.
  const topic = [{ Ref: expect.stringContaining('AlarmTopic') }]
  for (const { properties } of alarms)
    expect(properties).toMatchObject({ AlarmActions: topic, OKActions: topic })
})

test('the topic’s policy lets alarms in', () => {
  const { Statement } = one('AWS::SNS::TopicPolicy').properties.PolicyDocument as { Statement: unknown[] }
  expect(Statement).toContainEqual(
    expect.objectContaining({
      Effect: 'Allow',
      Action: 'sns:Publish',
      Principal: { Service: 'cloudwatch.amazonaws.com' },
    }),
  )
})

test('an e-mail address gets the alarms', () => {
  expect(one('AWS::SNS::Subscription').properties).toMatchObject({
    Protocol: 'email',
    Endpoint: 'on-call@example.org',
  })
})

test.each([
  ['IngestStale', 'Refresher', 3],
  ['SnapshotFailing', 'Snapshotter', 2],
])('%s is raised when %s has not succeeded for %i hours, silence included', (id, watched, hours) => {
  const { properties } = one('AWS::CloudWatch::Alarm', id)
  expect(properties).toMatchObject({
    TreatMissingData: 'breaching',
    ComparisonOperator: 'LessThanThreshold',
    Threshold: 1,
    EvaluationPeriods: hours,
    DatapointsToAlarm: hours,
  })
  expect(JSON.stringify(properties.Metrics)).toContain(watched)
  expect(JSON.stringify(properties.Metrics)).toContain('"Period":3600')
})

test('a quiet stage that is down raises an alarm within a quarter of an hour', () => {
  const { properties } = one('AWS::CloudWatch::Alarm', 'ApiDown')
  expect(properties).toMatchObject({
    Period: 300,
    EvaluationPeriods: 2,
    Threshold: 1,
    TreatMissingData: 'breaching',
  })
  expect(one('AWS::Scheduler::Schedule', 'ProbeFiveMinutes').properties).toMatchObject({
    ScheduleExpression: 'rate(5 minutes)',
    Target: { RetryPolicy: { MaximumRetryAttempts: 0 } },
  })
})

test('errors inside responses of status 200 raise an alarm', () => {
  const { properties } = one('AWS::Logs::MetricFilter', 'FailedFields')
  expect(properties.FilterPattern).toContain('request failed')
  expect(one('AWS::CloudWatch::Alarm', 'FieldsFailing').properties.MetricName).toBe('FailedFields')
})

test('each saved query is named after an article of the runbook', () => {
  const names = all('AWS::Logs::QueryDefinition').map(({ properties }) => String(properties.Name))
  expect(names.length).toBeGreaterThanOrEqual(5)
  for (const name of names) expect(articles).toContain(name.split('/')[1])
})

test('a budget notifies the topic, and there is none without the option', () => {
  expect(all('AWS::Budgets::Budget')).toEqual([])
  const given = synthesized({ monthlyBudget: '20' })
  expect(given.one('AWS::Budgets::Budget').properties.Budget).toMatchObject({
    BudgetLimit: { Amount: 20, Unit: 'USD' },
    TimeUnit: 'MONTHLY',
  })
  expect(JSON.stringify(given.one('AWS::SNS::TopicPolicy').properties)).toContain('budgets.amazonaws.com')
})

test('every queue for failures has an alarm', () => {
  const watched = JSON.stringify(alarms.map(({ properties }) => properties.Dimensions))
  for (const id of ['FailedRuns', 'UndeliveredRuns', 'FailedDays']) expect(watched).toContain(id)
})

test('alarms watch figures that the ingest writes, under the name by which it writes them', () => {
  const run = { new: 1, changed: 1, skipped: 1, newestDay: '2026-05-29' }
  const [directive] = JSON.parse(metricLine(run, Date.parse('2026-05-29T12:00:00Z'), 'refresh'))._aws
    .CloudWatchMetrics
  const page = JSON.stringify(one('AWS::CloudWatch::Dashboard').properties)
  // A metric that nobody reads costs as much as one that somebody does.
  for (const { Name } of directive.Metrics) expect(page).toContain(`\\"${Name}\\"`)
  const written: string[] = directive.Metrics.map(({ Name }: { Name: string }) => Name)
  const ofRuns = alarms.filter(({ properties }) => properties.Namespace === directive.Namespace)
  expect(ofRuns.map(({ id }) => id.replace(/[0-9A-F]{8}$/, ''))).toEqual(['FeedStale', 'EntriesUnreadable'])
  for (const { properties } of ofRuns) {
    expect(written).toContain(properties.MetricName)
    const dimensions = (properties.Dimensions ?? []) as { Name: string }[]
    expect(directive.Dimensions).toContainEqual(dimensions.map(({ Name }) => Name))
  }
})
