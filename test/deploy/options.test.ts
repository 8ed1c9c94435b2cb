/** A production stage with everything that may be added to it, brought back from a backup and removed. */
import { CreateTableCommand } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { subjectOf, trustsSubject } from './stand-in/aws/github.ts'
import { tableInput } from './stand-in/template/effects.ts'
import { openTerminal, type Terminal } from './system/terminal.ts'

const STACK = 'DailyPapers-prod'
const options = {
  stage: 'prod',
  alarmEmail: 'on-call@example.org',
  cdn: 'true',
  domainName: 'papers.example.org',
  certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/1',
  hubTokenParameter: '/daily-papers/hub-token',
  repository: 'someone/fork',
  apiConcurrency: '50',
  monthlyBudget: '20',
  webAclArn: 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/limits/1',
}
let terminal: Terminal

beforeAll(async () => {
  terminal = await openTerminal()
  terminal.account.parameters.set('/daily-papers/hub-token', 'hf_token')
  await terminal.setContext(options)
})
afterAll(() => terminal?.close())

const table = () => terminal.account.inventory.one('AWS::DynamoDB::Table')

test('a stage with every option deploys without a warning, and tells where its domain must point', async () => {
  const output = await terminal.run('deploy', '--strict')
  expect(output).not.toMatch(/warning|error/i)
  const { GraphqlUrl, DomainTarget } = terminal.account.outputsOf(STACK)
  expect(GraphqlUrl).toBe('https://papers.example.org/graphql')
  expect(DomainTarget).toMatch(/\.cloudfront\.net$/)
  expect(await terminal.itemsIn(table().ref)).toBeGreaterThan(20)
})

test('the hourly run and the backfill read the Hub token, each with its own role', async () => {
  const { queues, inventory, drainQueues, judge } = terminal.account
  queues.put(inventory.one('AWS::SQS::Queue', 'BackfillDays').attributes.Arn ?? '', '{"day":"2024-03-07"}')
  await drainQueues()
  const readers = judge.calls.filter(({ action }) => action === 'ssm:GetParameter').map(({ role }) => role)
  expect(readers.some(role => role.startsWith('RefresherRole'))).toBe(true)
  expect(readers.some(role => role.startsWith('BackfillerRole'))).toBe(true)
  expect(judge.permittedButNeverUsed().join()).not.toContain('ssm:')
})

describe('CloudFront', () => {
  let cdn: Awaited<ReturnType<Terminal['account']['serveDistribution']>>
  let api: Awaited<ReturnType<Terminal['account']['serve']>>
  beforeAll(async () => {
    api = await terminal.account.serve()
    cdn = await terminal.account.serveDistribution(api.url)
  })
  afterAll(() => {
    cdn?.close()
    api?.close()
  })

  const query = '{ day { date } }'
  const byGet = (asked: string, accept = 'application/json') =>
    fetch(`${cdn.url}/graphql?${new URLSearchParams({ query: asked })}`, { headers: { accept } })

  test('answers a query by GET from its cache once it has it, each query and each kind of answer apart', async () => {
    const answers = []
    for (const ask of [
      () => byGet(query),
      () => byGet(query),
      () => byGet('{ day { paperCount } }'),
      () => byGet(query, 'text/html'),
      () => byGet('{ nonsense }'),
      () => byGet('{ nonsense }'),
    ]) {
      const answer = await ask()
      answers.push([answer.status, answer.headers.get('x-cache')])
    }
    expect(answers).toEqual([
      [200, 'Miss'],
      [200, 'Hit'],
      [200, 'Miss'],
      [200, 'Miss'],
      // A refusal is never kept.
      [422, 'Miss'],
      [422, 'Miss'],
    ])
  })

  test('passes a POST and a preflight on, and readers see its own address', async () => {
    const headers = { 'content-type': 'application/json' }
    for (let times = 0; times < 2; times++) {
      const answer = await fetch(`${cdn.url}/graphql`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ query: '{ papers(first: 1) { feedUrl } }' }),
      })
      expect(answer.headers.get('x-cache')).toBe('Miss')
      expect(await answer.text()).toContain('https://papers.example.org/feeds/')
    }
    // API Gateway's own refusals have no CORS headers, without which a browser cannot read them.
    api.throttle(true)
    const refused = await Promise.all([api.url, cdn.url].map(url => fetch(`${url}/graphql?query={x}`)))
    api.throttle(false)
    expect(refused.map(({ status }) => status)).toEqual([429, 429])
    expect(refused.map(({ headers }) => headers.get('access-control-allow-origin'))).toEqual([null, '*'])
    const preflight = await fetch(`${cdn.url}/graphql`, { method: 'OPTIONS' })
    expect(preflight.headers.get('access-control-allow-headers')).toContain('*')
  })
})

test('a restored table takes the place of the stage’s own, which stays as it is', async () => {
  const { account } = terminal
  const [own, items] = [table(), await terminal.itemsIn(table().ref)]
  await account.client.send(new CreateTableCommand(tableInput('restored', own.properties)))
  await terminal.setContext({ ...options, restoredTable: 'restored' })
  await terminal.run('deploy')
  const { ref } = account.inventory.one('AWS::Lambda::Function', 'Refresher')
  expect(await account.functions.invoke(ref, { days: 1 })).toMatchObject({ ok: true })
  expect(await terminal.itemsIn('restored')).toBeGreaterThan(5)
  expect(await terminal.itemsIn(own.ref)).toBe(items)
  expect(account.judge.usedButNotPermitted()).toEqual([])
})

test('`cdk destroy` leaves the table of prod and the exports of its history, and nothing else', async () => {
  const bucket = terminal.account.inventory.one('AWS::S3::Bucket', 'History')
  await terminal.publishTwice()
  await terminal.run('destroy', '--force', '--app', terminal.assembly)
  expect(terminal.standing().sort()).toEqual([
    expect.stringMatching(/^AWS::DynamoDB::Table Papers/),
    expect.stringMatching(/^AWS::S3::Bucket History/),
  ])
  expect(terminal.stored()).toEqual([`${bucket.ref}/history.ndjson.gz`])
  expect(terminal.account.versionsIn(bucket)).toHaveLength(2)
})

test('a first deployment of prod that fails is repeated, and leaves its table alone', async () => {
  const { account } = terminal
  const before = terminal.standing()
  account.limits.concurrency = 10
  const { code, output } = await terminal.attempt('deploy', '--app', terminal.assembly)
  expect([code, output]).toEqual([1, expect.stringContaining('ReservedConcurrentExecutions')])
  expect(terminal.standing()).toEqual([...before, expect.stringMatching(/^AWS::DynamoDB::Table Papers/)])
  account.limits.concurrency = 1_000
  await terminal.run('deploy', '--app', terminal.assembly)
  expect(account.outputsOf(STACK)).toHaveProperty('GraphqlUrl')
})

test('the deployment role of GitHub is an app of its own, and only the named repository gets it', async () => {
  const before = terminal.standing()
  const app = ['--app', 'node infra/bin/oidc.ts', '-c', 'repository=someone/fork']
  const ids = ['-c', 'repositoryOwnerId=7', '-c', 'repositoryId=8']
  expect(await terminal.run('deploy', '--strict', ...app, ...ids)).toContain('DailyPapers-GitHub.RoleArn')
  const role = terminal.account.inventory.one('AWS::IAM::Role', 'Deployer')
  const own = { owner: { name: 'someone', id: 7 }, name: 'fork', id: 8, since: '2026-07-15' }
  expect(trustsSubject(role, subjectOf(own, 'prod'))).toBe(true)
  for (const other of [
    { ...own, id: 9 },
    { ...own, since: '2026-07-14' },
  ])
    expect(trustsSubject(role, subjectOf(other, 'prod'))).toBe(false)
  expect(trustsSubject(role, subjectOf(own, 'test'))).toBe(false)
  await terminal.run('destroy', '--force', ...app)
  expect(terminal.standing()).toEqual(before)
})
