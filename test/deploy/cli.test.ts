/** The project's own CDK CLI deploys into an account on loopback, as a person would from a terminal. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Account, startAccount } from './account.ts'
import { cdk } from './cdk.ts'
import { NOW, STACK } from './testing/system.ts'

let account: Account
let home: string

beforeAll(async () => {
  account = await startAccount({ aheadMs: Date.parse(NOW) - Date.now() })
  home = await mkdtemp(join(tmpdir(), 'daily-papers-home-'))
  await setContext({ hubUrl: hubUrl() })
})
afterAll(async () => {
  await account?.close()
  await rm(home, { recursive: true, force: true })
})

/** Another name for the address than in the assembly that all tests share, which makes that one a change. */
const hubUrl = () => inject('hubUrl').replace('127.0.0.1', 'localhost')

/** The CLI reads its user's own context from here, so that the commands need no arguments. */
const setContext = (context: Record<string, string>) =>
  writeFile(join(home, '.cdk.json'), JSON.stringify({ context }))

const attempt = (...args: string[]) => cdk(args, { endpointUrl: account.url, home })

async function run(...args: string[]): Promise<string> {
  const { code, output } = await attempt(...args)
  await account.functions.idle()
  expect(code, output).toBe(0)
  return output
}

const standing = () =>
  account.inventory
    .all()
    .filter(({ type }) => type !== 'AWS::CDK::Metadata')
    .map(({ id, type }) => `${type} ${id}`)
const papers = async () => {
  const { ref } = account.inventory.one('AWS::DynamoDB::Table')
  const { Count } = await account.client.send(new ScanCommand({ TableName: ref, Select: 'COUNT' }))
  return Count
}

test('`pnpm run deploy` and `pnpm cdk deploy` are `cdk deploy` without arguments', async () => {
  const { scripts } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'))
  expect(scripts).toMatchObject({ deploy: 'cdk deploy', cdk: 'cdk' })
})

test('a first deployment makes the stage, prints where the API is and brings in the first papers', async () => {
  const output = await run('deploy')
  const { GraphqlUrl, TableName, StartBackfill } = account.outputsOf(STACK)
  for (const told of [GraphqlUrl, TableName, StartBackfill]) expect(output).toContain(String(told))
  expect(standing().filter(one => one.startsWith('AWS::Lambda::Function'))).toHaveLength(6)
  expect(await papers()).toBeGreaterThan(20)
})

test('a second deployment changes nothing', async () => {
  const before = [standing(), account.judge.calls.length]
  expect(await run('deploy')).toContain('(no changes)')
  expect([standing(), account.judge.calls.length]).toEqual(before)
})

test('a deployment with a change changes just that, and keeps the table', async () => {
  const [before, items] = [standing(), await papers()]
  expect(await run('deploy', '--app', inject('assembly'))).toContain('UPDATE_COMPLETE')
  const { Variables } = account.inventory.one('AWS::Lambda::Function', 'Refresher').properties
    .Environment as {
    Variables: Record<string, unknown>
  }
  expect(Variables.HUB_URL).toBe(inject('hubUrl'))
  // A changed function is a new version; nothing else has come or gone.
  const others = (all: string[]) => all.filter(one => !one.startsWith('AWS::Lambda::Version'))
  expect(others(standing())).toEqual(others(before))
  expect(await papers()).toBe(items)
})

test('`cdk destroy` leaves nothing of dev', async () => {
  await run('destroy', '--force', '--app', inject('assembly'))
  expect(account.inventory.all()).toEqual([])
})

test('a stage with a Hub token reads it with its role', async () => {
  account.parameters.set('/daily-papers/hub-token', 'hf_token')
  await setContext({ hubUrl: hubUrl(), stage: 'prod', hubTokenParameter: '/daily-papers/hub-token' })
  await run('deploy')
  expect(account.judge.calls).toContainEqual(
    expect.objectContaining({
      role: expect.stringMatching(/^RefresherRole/),
      action: 'ssm:GetParameter',
      allowed: true,
    }),
  )
})

test('of prod, `cdk destroy` leaves the table, and only once it is allowed', async () => {
  const app = ['--app', join(home, 'cdk.out')]
  const refused = await attempt('destroy', '--force', ...app)
  expect(refused.output).toContain('TerminationProtection is enabled')
  account.allowTermination('DailyPapers-prod')
  await run('destroy', '--force', ...app)
  expect(standing()).toEqual([expect.stringMatching(/^AWS::DynamoDB::Table Papers/)])
})
