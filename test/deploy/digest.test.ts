/** The digest of a production stage: deployed, used with its own roles, and taken away. */
import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Account } from './stand-in/account.ts'
import { deployed, production, withDigest } from './system/system.ts'

let account: Account
let site: Awaited<ReturnType<Account['serve']>>

beforeAll(async () => {
  account = await deployed(withDigest())
  site = await account.serve()
})
afterAll(async () => {
  site?.close()
  await account?.close()
})

const post = (path: string, form: Record<string, string>) =>
  fetch(`${site.url}${path}`, { method: 'POST', body: new URLSearchParams(form) })

/** Of the newest mail, which quoted-printable broke into lines. */
const linkIn = (): string =>
  /\/subscriptions\/[\w-]{22}\.[\w-]{32}/.exec(
    account.mails.at(-1)?.mime.replaceAll('=\r\n', '') ?? '',
  )?.[0] ?? ''

async function subscribe(email: string): Promise<string> {
  const { status } = await post('/subscriptions', { email, every: 'DAY', filter: '{}' })
  expect(status).toBe(202)
  const path = linkIn()
  expect(await (await fetch(`${site.url}${path}`)).text()).toContain('>Confirm</button>')
  expect((await post(path, { confirm: '1' })).status).toBe(200)
  return path
}

async function makeDue(path: string): Promise<void> {
  const [person, id] = path.slice('/subscriptions/'.length).split('.')
  const TableName = account.inventory
    .all('AWS::DynamoDB::Table')
    .find(table => table.id.startsWith('Subscriptions'))?.ref
  await account.client.send(
    new UpdateCommand({
      TableName,
      Key: { pk: `PERSON#${person}`, sk: `SUBSCRIPTION#${id}` },
      UpdateExpression: 'SET dueAt = :past',
      ExpressionAttributeValues: { ':past': '2020-01-01T00:00:00.000Z' },
    }),
  )
}

async function sendDue(): Promise<void> {
  const schedule = account.inventory.one('AWS::Scheduler::Schedule', 'EveryQuarterHour')
  expect(await account.fire(schedule, new Date().toISOString())).toMatchObject({ ok: true })
  await account.functions.idle()
  await account.drainQueues()
}

test('a reader subscribes, confirms and gets papers, and a complaint ends it', async () => {
  const path = await subscribe('ada@example.net')
  await makeDue(path)
  await sendDue()
  const [, digest] = account.mails
  expect(digest?.to).toEqual(['ada@example.net'])
  expect(digest?.mime).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  expect(digest?.mime).toContain('new papers')

  const { ref } = account.inventory.one('AWS::SES::ConfigurationSet')
  const outcomes = await account.report({
    source: 'aws.ses',
    detail: {
      eventType: 'Complaint',
      complaint: { complainedRecipients: [{ emailAddress: 'ada@example.net' }] },
      mail: { tags: { 'ses:configuration-set': [ref] } },
    },
  })
  expect(outcomes).toMatchObject([{ ok: true }])
  expect(await (await fetch(`${site.url}${path}`)).text()).toContain('You are unsubscribed')
})

test('one click unsubscribes, and everything can be deleted', async () => {
  const path = await subscribe('bo@example.net')
  const ended = await post(path, { 'List-Unsubscribe': 'One-Click' })
  expect(await ended.text()).toContain('You are unsubscribed')
  expect(await (await post(path, { delete: '1' })).text()).toContain('Everything is deleted')
})

test('the roles of the digest allow what was used, and nothing else', () => {
  const ofDigest = (lines: string[]) => lines.filter(line => /^(Digest|Links)/.test(line))
  expect(account.judge.usedButNotPermitted()).toEqual([])
  expect(ofDigest(account.judge.permittedButNeverUsed())).toEqual([])
})

test('without digestFrom nothing is mailed any more, and the links of old mails go on working', async () => {
  const path = await subscribe('cy@example.net')
  const { name, template, objects } = production()
  for (const [key, content] of objects) account.objects.set(key, content)
  await account.deploy(name, template)
  expect(account.inventory.all('AWS::Scheduler::Schedule').map(({ id }) => id)).not.toContainEqual(
    expect.stringContaining('EveryQuarterHour'),
  )
  const before = account.mails.length
  expect((await post('/subscriptions', { email: 'di@example.net', every: 'DAY' })).status).not.toBe(202)
  expect(account.mails).toHaveLength(before)
  expect(await (await fetch(`${site.url}${path}`)).text()).toContain('>Unsubscribe</button>')
  const ended = await post(path, { 'List-Unsubscribe': 'One-Click' })
  expect(await ended.text()).toContain('You are unsubscribed')
})
