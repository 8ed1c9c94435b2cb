import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { DeleteCommand, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb'
import { needsValues } from '@daily-papers/api/graphiql/example.ts'
import { examples } from '@daily-papers/api/graphiql/examples.ts'
import { createMaintenance } from '@daily-papers/store/maintenance.ts'
import { readEntry, reading } from '@daily-papers/store/testing/readings.ts'
import { createWriter } from '@daily-papers/store/writer.ts'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { type Called, newClient, oldClient, textOf } from '../servers/mcp-clients.ts'
import { withCredentials } from './cdk.ts'
import type { Account } from './stand-in/account.ts'
import { REGION } from './stand-in/template/physical.ts'
import { startBackfill } from './system/start-backfill.ts'
import { ask, deployed, NOW } from './system/system.ts'

let account: Account
let api: Awaited<ReturnType<Account['serve']>>

beforeAll(async () => {
  account = await deployed()
  api = await account.serve()
})
afterAll(async () => {
  api?.close()
  await account?.close()
})

const queue = (idStart: string) => account.inventory.one('AWS::SQS::Queue', idStart).attributes.Arn ?? ''
const waitingIn = (idStart: string) => account.queues.of(queue(idStart)).map(({ body }) => body)
const refresher = () => account.inventory.one('AWS::Lambda::Function', 'Refresher')
const schedule = () => account.inventory.one('AWS::Scheduler::Schedule', 'Hourly')

/** Leaves the table as a rebuild does that was killed; the next writer completes it. */
async function breakOffRebuild() {
  const table = account.inventory.one('AWS::DynamoDB::Table').ref
  const maintenance = createMaintenance(account.client, table, { owner: 'operator' })
  const rebuild = maintenance.rebuild(() => {
    throw new Error('killed')
  })
  await expect(rebuild).rejects.toThrow('killed')
}

let asked = 0
/** Another query each time, because responses are cached for a while. */
const days = async () => {
  const { data, errors } = await ask(
    api.url,
    `query Days${++asked} { days(first: 100) { nodes { date paperCount } } }`,
  )
  expect(errors).toBeUndefined()
  const { nodes } = (data?.days ?? {}) as { nodes: { date: string; paperCount: number }[] }
  return nodes
}

test('a first deployment ends with the papers of the last 7 days on their way', async () => {
  expect(await days()).toEqual(
    ['2026-05-29', '2026-05-28', '2026-05-27', '2026-05-26', '2026-05-25'].map(date => ({
      date,
      paperCount: 4,
    })),
  )
  expect(waitingIn('FailedRuns')).toEqual([])
})

test.each([
  ['a client of MCP 2026-07-28', newClient],
  ['an older client', oldClient],
])('%s calls a tool of the deployed function', async (_, connect) => {
  const client = await connect(api.url)
  onTestFinished(() => client.close())
  const answer = (await client.callTool({ name: 'list_papers', arguments: { when: '2026-05-28' } })) as Called
  expect(answer.structuredContent, textOf(answer)).toMatchObject({ day: '2026-05-28', totalCount: 4 })
})

test('the schedule reads the days that follow from the time it was scheduled for', async () => {
  await breakOffRebuild()
  await account.fire(schedule(), NOW)
  expect((await days()).map(({ date }) => date)).toContain('2026-05-22')
})

test('the snapshot is built by its own schedule, before there is one and after', async () => {
  const build = account.inventory.one('AWS::Scheduler::Schedule', 'SnapshotSchedule')
  const search = examples.find(({ name }) => name.endsWith('-search'))?.query ?? ''
  const { errors } = await ask(api.url, search)
  expect(errors?.[0]).toMatchObject({ extensions: { code: 'SNAPSHOT_UNAVAILABLE' } })
  expect(await account.fire(build, NOW)).toMatchObject({ ok: true })
  expect([...account.objects.keys()].join()).toContain('daily-papers.sqlite')
  // An instance looks for a new snapshot now and then only; another one looks at once.
  await account.functions.stop(account.inventory.one('AWS::Lambda::Function', 'Api'))
})

test('the days that the command sends are brought in, and what is no day ends among the failed', async () => {
  await breakOffRebuild()
  const { QueueName = '' } = account.inventory.one('AWS::SQS::Queue', 'BackfillDays').attributes
  const { code, output } = await startBackfill(account.url, QueueName, '2024-02-26', '2024-03-07')
  expect([code, output]).toEqual([0, expect.stringMatching(/^11 days are in the queue, 2024-03-07 first/)])
  account.queues.put(queue('BackfillDays'), 'no day')
  await account.drainQueues()
  const past = (await days()).slice(-9)
  expect([past[0], past.at(-1)]).toEqual([
    { date: '2024-03-07', paperCount: 4 },
    { date: '2024-02-26', paperCount: 4 },
  ])
  expect(waitingIn('FailedDays')).toEqual(['no day'])
})

test('the command says which queue, day or region there is not', async () => {
  const nowhere = { AWS_REGION: '' }
  expect(await startBackfill(account.url, 'another', '2024-03-06', '2024-03-07', nowhere)).toEqual({
    code: 1,
    output: expect.stringContaining('/another does not name its region: set AWS_REGION'),
  })
  expect(await startBackfill(account.url, 'another', '2024-03-06', '2024-03-07')).toEqual({
    code: 1,
    output: expect.stringContaining('there is no queue another'),
  })
  expect(await startBackfill(account.url, 'another', '2023-05-03', '2024-03-07')).toEqual({
    code: 1,
    output: expect.stringMatching(
      /the first day that you can load is 2023-05-04\npnpm exec node infra.bin.start-backfill.ts --queue URL/,
    ),
  })
})

test.each(['$LATEST', 'the version that the deployment starts'])(
  'a run of %s that fails three times ends in the queue of failed runs',
  async qualifier => {
    const before = waitingIn('FailedRuns').length
    const { ref } =
      qualifier === '$LATEST' ? refresher() : account.inventory.one('AWS::Lambda::Version', 'Refresher')
    account.functions.invokeLater(ref, { day: 'never' })
    await account.functions.idle()
    const record = JSON.parse(waitingIn('FailedRuns')[before] ?? '{}')
    expect(record).toMatchObject({
      requestContext: { approximateInvokeCount: 3 },
      requestPayload: { day: 'never' },
      responsePayload: { errorMessage: expect.stringContaining('unknown event {"day":"never"}') },
    })
  },
)

test('a run that cannot be started ends in the queue of undelivered runs', async () => {
  for (const each of account.inventory.all('AWS::Scheduler::Schedule')) {
    const { Arn } = each.properties.Target as { Arn: string }
    const gone = account.inventory.get('AWS::Lambda::Function', Arn)
    account.inventory.remove(gone)
    try {
      await expect(account.fire(each, NOW)).rejects.toThrow('there is no AWS::Lambda::Function')
    } finally {
      account.inventory.add(gone)
    }
  }
  expect(waitingIn('UndeliveredRuns')).toContain(`{"scheduledTime":"${NOW}"}`)
})

test('an export of the history that meets an item it cannot read ends in the queue of failed runs', async () => {
  const TableName = account.inventory.one('AWS::DynamoDB::Table').ref
  const Key = { pk: 'P#broken', sk: 'HISTORY' }
  await account.client.send(new PutCommand({ TableName, Item: { ...Key, points: Buffer.from('broken') } }))
  const { ref } = account.inventory.one('AWS::Lambda::Function', 'HistoryExporter')
  expect(await account.functions.invokeLater(ref, {})).toMatchObject({ ok: false })
  await account.client.send(new DeleteCommand({ TableName, Key }))
  expect(JSON.parse(waitingIn('FailedRuns').at(-1) ?? '')).toMatchObject({
    requestContext: { functionArn: expect.stringContaining('HistoryExporter') },
  })
})

test('the probe passes while the API answers, and fails when it does not', async () => {
  const { ref } = account.inventory.one('AWS::Lambda::Function', 'Prober')
  expect(await account.functions.invoke(ref, { url: `${api.url}/health` })).toMatchObject({ ok: true })
  expect(await account.functions.invoke(ref, { url: `${api.url}/nowhere` })).toMatchObject({
    ok: false,
    payload: { errorMessage: expect.stringMatching(/nowhere answers 404/) },
  })
  const schedule = account.inventory.one('AWS::Scheduler::Schedule', 'ProbeFiveMinutes')
  expect(schedule.properties.Target).toMatchObject({ Input: expect.stringMatching(/amazonaws\.com\/health/) })
  expect(await account.fire(schedule, NOW)).toMatchObject({ ok: true })
})

test('an error in the log names lines of source', async () => {
  expect(await account.functions.log()).toMatch(/packages\/ingest\/src\/lambda\/event\.ts:\d+/)
})

describe('the served API', () => {
  test('answers the query of the README', async () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
    const [, query = ''] = /```graphql\n([^`]+)```/.exec(readme) ?? []
    const { data, errors } = await ask(api.url, query)
    expect(errors).toBeUndefined()
    expect(data?.day).toMatchObject({ date: '2026-05-29', papers: { totalCount: 4 } })
  })

  const without = examples.filter(example => !needsValues(example))
  test.each(without)('answers $name', async ({ query }) => {
    expect((await ask(api.url, query)).errors).toBeUndefined()
  })

  test.each([
    '{ papers(orderBy: { field: PUBLISHED_AT }, first: 3) { nodes { title } } }',
    '{ papers(orderBy: { field: UPVOTES }, first: 3) { nodes { title } } }',
    '{ authors(orderBy: { field: PAPER_COUNT }, first: 3) { nodes { name } } }',
  ])('answers %s', async query => {
    const { data, errors } = await ask(api.url, query)
    expect(errors).toBeUndefined()
    expect(Object.values(data ?? {})[0]).toMatchObject({ nodes: { length: 3 } })
  })

  test('serves GraphiQL whole, in answers that Lambda passes on', async () => {
    const page = await fetch(`${api.url}/graphql`, { headers: { accept: 'text/html' } })
    const files = [...(await page.text()).matchAll(/(?:src|href)="(\/graphiql\/[^"]+)"/g)]
    expect(files.length).toBeGreaterThanOrEqual(3)
    for (const [, file] of files) {
      const answer = await fetch(`${api.url}${file}`)
      expect(answer.status, file).toBe(200)
      expect((await answer.text()).length).toBeGreaterThan(100)
    }
  })

  test('hands out the snapshot by a link that is good with its own role', async () => {
    const answer = await fetch(`${api.url}/snapshot`)
    expect(answer.url).toContain('X-Amz-Signature')
    expect(Buffer.from(await answer.arrayBuffer()).toString('latin1', 0, 15)).toBe('SQLite format 3')
  })

  test('tells the address of a feed as readers reach it, and answers there for a name with a space', async () => {
    const { data } = await ask(
      api.url,
      '{ authors(orderBy: { field: PAPER_COUNT }, first: 1) { nodes { name papers(first: 1) { feedUrl } } } }',
    )
    const { authors } = data as { authors: { nodes: { name: string; papers: { feedUrl: string } }[] } }
    const [{ name, papers } = { name: '', papers: { feedUrl: '' } }] = authors.nodes
    expect(name).toContain(' ')
    const { host, pathname } = new URL(papers.feedUrl)
    expect(host).toBe(new URL(api.url).host)
    const feed = await fetch(`${api.url}${pathname}`)
    expect([feed.status, await feed.text()]).toEqual([200, expect.stringContaining(name)])
  })

  test('the addresses of a name with a question mark lead to its feed and its page', async () => {
    const day = '2024-05-06'
    const entry = readEntry('2405.00001', day, { description: { keywords: ['why attention?'] } })
    const { ref } = account.inventory.one('AWS::DynamoDB::Table')
    await createWriter(account.client, ref, { owner: 'test' }).putDays([reading(day, NOW, entry)])
    const { data } = await ask(
      api.url,
      '{ keyword(name: "why attention?") { papers(first: 1) { feedUrl } } }',
    )
    const { papers } = (data?.keyword ?? {}) as { papers: { feedUrl: string } }
    const feed = await fetch(`${api.url}${new URL(papers.feedUrl).pathname}`)
    expect([feed.status, await feed.text()]).toEqual([200, expect.stringContaining('Paper 2405.00001')])
    const html = { headers: { accept: 'text/html' } }
    const paper = await (await fetch(`${api.url}/papers/2405.00001`, html)).text()
    const [, link] = /href="(\/keywords\/[^"]+)"/.exec(paper) ?? []
    const page = await fetch(`${api.url}${link}`, html)
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Paper 2405.00001')])
  })

  test.each(['/health', '/schema.graphql'])('answers %s', async path => {
    expect((await fetch(`${api.url}${path}`)).status).toBe(200)
  })
})

describe('what an operator does to the table of a stage', () => {
  const commands = {
    forget: fileURLToPath(import.meta.resolve('@daily-papers/local/forget.ts')),
    'restore-history': fileURLToPath(import.meta.resolve('@daily-papers/local/restore-history.ts')),
  }
  const table = () => account.inventory.one('AWS::DynamoDB::Table').ref
  const run = (command: keyof typeof commands, argument: string, TABLE_NAME = table()) =>
    withCredentials([process.execPath, commands[command], argument], {
      endpointUrl: account.url,
      home: tmpdir(),
      environment: { DYNAMODB_ENDPOINT: `https://dynamodb.${REGION}.amazonaws.com`, TABLE_NAME },
    })
  let forgotten = ''

  test('a person is taken out of it by the local command, with the credentials of the operator', async () => {
    const { data } = await ask(
      api.url,
      '{ papers(first: 1) { nodes { authors(first: 1) { nodes { name } } } } }',
    )
    const { papers } = data as { papers: { nodes: { authors: { nodes: { name: string }[] } }[] } }
    const name = papers.nodes[0]?.authors.nodes[0]?.name ?? ''
    forgotten = name
    const paperCount = 'query Count($name: String!) { author(ref: $name) { paperCount } }'
    expect((await ask(api.url, paperCount, { name })).data?.author).not.toBeNull()
    const { code, output } = await run('forget', name)
    expect([code, output]).toEqual([0, expect.stringContaining(`removed ${name} from 1 paper`)])
    const again = 'query Again($name: String!) { author(ref: $name) { paperCount } }'
    expect((await ask(api.url, again, { name })).data).toEqual({ author: null })
  })

  /** Whatever the API shows of the history. */
  async function history() {
    const { data, errors } = await ask(
      api.url,
      `query History${++asked} {
        papers(first: 100) { nodes { paperId history { at value } } }
        changes(first: 100) { nodes { key } }
      }`,
    )
    expect(errors).toBeUndefined()
    return data
  }

  test('the history that its own schedule exported is restored after it was lost, and a second time changes nothing', async () => {
    const weekly = account.inventory.one('AWS::Scheduler::Schedule', 'HistorySchedule')
    expect(await account.fire(weekly, NOW)).toMatchObject({ ok: true })
    const bucket = account.inventory.one('AWS::S3::Bucket', 'History')
    const exported = account.objects.get(`${bucket.ref}/history.ndjson.gz`) ?? Buffer.alloc(0)
    const before = await history()
    expect(before).not.toMatchObject({ changes: { nodes: [] } })

    const { Items = [] } = await account.client.send(new ScanCommand({ TableName: table() }))
    for (const { pk, sk } of Items)
      if (sk === 'HISTORY' || ['C', 'RISING', 'FORGOTTEN'].includes(pk))
        await account.client.send(new DeleteCommand({ TableName: table(), Key: { pk, sk } }))
    expect(await history()).toMatchObject({ changes: { nodes: [] } })

    const folder = await mkdtemp(join(tmpdir(), 'daily-papers-history-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    const file = join(folder, 'history.ndjson.gz')
    await writeFile(file, exported)
    const first = await run('restore-history', file)
    expect([first.code, first.output]).toEqual([0, expect.stringMatching(/removed 1 person again\n$/)])
    expect(await history()).toEqual(before)
    const second = await run('restore-history', file)
    expect(second.output).toMatch(/^restored the history of 0 papers and the changes of 0 steps .* 0 people/)
    expect(await history()).toEqual(before)
  })

  test('the export has who asked to be left out, and names nobody else', async () => {
    const bucket = account.inventory.one('AWS::S3::Bucket', 'History')
    const text = gunzipSync(
      account.objects.get(`${bucket.ref}/history.ndjson.gz`) ?? Buffer.alloc(0),
    ).toString()
    expect(text).toContain(JSON.stringify({ forgotten }))
    const { data } = await ask(api.url, '{ authors(first: 100) { nodes { name } } }')
    const { nodes } = (data?.authors ?? {}) as { nodes: { name: string }[] }
    expect(nodes.length).toBeGreaterThan(10)
    expect(nodes.filter(({ name }) => text.includes(name))).toEqual([])
  })

  test('a table that is not there is not made', async () => {
    expect(await run('forget', 'Nobody', 'papers')).toEqual({
      code: 1,
      output: 'there is no table papers: TABLE_NAME must be the output TableName of the stack\n',
    })
  })
})

/** What services of AWS do with the roles; our code does everything else that is permitted. */
const doneByServices = {
  'logs:CreateLogStream': 'Lambda begins a log stream for each instance',
  'logs:PutLogEvents': 'Lambda writes what the code prints',
  'lambda:InvokeFunction': 'Scheduler starts the runs',
  'sqs:SendMessage': 'Lambda and Scheduler report what failed',
  'sqs:GetQueueAttributes': 'Lambda polls the backfill queue',
  'sqs:ReceiveMessage': 'Lambda polls the backfill queue',
  'sqs:DeleteMessage': 'Lambda takes away what was worked off',
}

describe('after all of that', () => {
  test('nothing was used that the roles do not permit', () => {
    expect(account.judge.usedButNotPermitted()).toEqual([])
  })

  test('nothing is permitted that was never used', () => {
    expect(account.judge.permittedButNeverUsed()).toEqual([])
  })

  test('services of AWS did with the roles what is listed, and nothing else', () => {
    const done = account.judge.calls.filter(({ by }) => by === 'service').map(({ action }) => action)
    expect([...new Set(done)].sort()).toEqual(Object.keys(doneByServices).sort())
  })
})
