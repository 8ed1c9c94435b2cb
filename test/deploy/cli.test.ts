/** The project's own CDK CLI deploys into an account on loopback, as a person would from a terminal. */
import { ListTablesCommand } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { STACK } from './system/system.ts'
import { openTerminal, type Terminal } from './system/terminal.ts'

let terminal: Terminal

beforeAll(async () => {
  terminal = await openTerminal()
})
afterAll(() => terminal?.close())

const table = () => terminal.account.inventory.one('AWS::DynamoDB::Table').ref

test('`pnpm run deploy` creates the stage, prints the address of the API and loads the first papers', async () => {
  const output = await terminal.type('pnpm run deploy')
  const { SiteUrl, GraphqlUrl, TableName, StartBackfill } = terminal.account.outputsOf(STACK)
  for (const told of [SiteUrl, GraphqlUrl, TableName, StartBackfill]) expect(output).toContain(String(told))
  expect(terminal.standing().filter(one => one.startsWith('AWS::Lambda::Function'))).toHaveLength(8)
  expect(terminal.account.tagsOf(STACK)).toEqual([
    { Key: 'project', Value: 'daily-papers-graph' },
    { Key: 'stage', Value: 'dev' },
  ])
  expect(await terminal.itemsIn(table())).toBeGreaterThan(20)
})

test('`pnpm cdk deploy` is the same, and a second deployment changes nothing', async () => {
  const { judge } = terminal.account
  const before = [terminal.standing(), judge.calls.length]
  expect(await terminal.type('pnpm cdk deploy')).toContain('(no changes)')
  expect([terminal.standing(), judge.calls.length]).toEqual(before)
})

test('a deployment with a change changes just that, and keeps the table', async () => {
  const [before, items] = [terminal.standing(), await terminal.itemsIn(table())]
  expect(await terminal.run('deploy', '--app', inject('assembly'))).toContain('UPDATE_COMPLETE')
  const { Variables } = terminal.account.inventory.one('AWS::Lambda::Function', 'Refresher').properties
    .Environment as {
    Variables: Record<string, unknown>
  }
  expect(Variables.HUB_URL).toBe(inject('hubUrl'))
  // A changed function is a new version; nothing else has come or gone.
  const others = (all: string[]) => all.filter(one => !one.startsWith('AWS::Lambda::Version'))
  expect(others(terminal.standing())).toEqual(others(before))
  expect(await terminal.itemsIn(table())).toBe(items)
})

test('`cdk destroy` leaves nothing of dev: no resource, no item, no version of a file', async () => {
  await terminal.publishTwice()
  const files = terminal.stored().map(name => name.split('/')[1])
  expect(files).toEqual(['daily-papers.sqlite', 'history.ndjson.gz'])
  await terminal.run('destroy', '--force', '--app', inject('assembly'))
  expect(terminal.account.inventory.all()).toEqual([])
  expect(terminal.stored()).toEqual([])
  expect((await terminal.account.client.send(new ListTablesCommand({}))).TableNames).toEqual([])
  expect(terminal.account.judge.usedButNotPermitted()).toEqual([])
})
