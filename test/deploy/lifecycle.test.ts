import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Account } from './stand-in/account.ts'
import type { Deployed } from './stand-in/template/deployed.ts'
import { deployed } from './system/system.ts'

let account: Account
let bucket: Deployed
beforeAll(async () => {
  account = await deployed()
  bucket = account.inventory.one('AWS::S3::Bucket', 'Snapshots')
})
afterAll(() => account?.close())

async function build() {
  const { ref } = account.inventory.one('AWS::Lambda::Function', 'Snapshotter')
  expect(await account.functions.invokeLater(ref, { force: true })).toMatchObject({ ok: true })
  return account.versionsIn(bucket)
}

test('a snapshot that another has replaced is gone within two days, and the one that serves stays', async () => {
  await build()
  const [older, newer] = await build()
  expect([older?.key, newer?.key]).toEqual(['daily-papers.sqlite', 'daily-papers.sqlite'])
  account.passDays(bucket, 1)
  expect(account.versionsIn(bucket)).toContainEqual(older)
  account.passDays(bucket, 1)
  expect(account.versionsIn(bucket)).toEqual([newer])
  account.passDays(bucket, 365)
  expect(account.versionsIn(bucket)).toEqual([newer])
})

test('an export of the history that another has replaced is kept for a year', async () => {
  const exports = account.inventory.one('AWS::S3::Bucket', 'History')
  const { ref } = account.inventory.one('AWS::Lambda::Function', 'HistoryExporter')
  for (let weeks = 0; weeks < 2; weeks++)
    expect(await account.functions.invokeLater(ref, {})).toMatchObject({ ok: true })
  const [older, newer] = account.versionsIn(exports)
  account.passDays(exports, 365)
  expect(account.versionsIn(exports)).toEqual([older, newer])
  account.passDays(exports, 1)
  expect(account.versionsIn(exports)).toEqual([newer])
})

test.each([
  ['has no rules', undefined],
  ['has its rule switched off', { Status: 'Disabled', NoncurrentVersionExpiration: { NoncurrentDays: 1 } }],
  [
    'has it for other objects',
    { Status: 'Enabled', Prefix: 'old/', NoncurrentVersionExpiration: { NoncurrentDays: 1 } },
  ],
])('a bucket that %s keeps every snapshot', async (_, rule) => {
  const before = bucket.properties.LifecycleConfiguration
  bucket.properties.LifecycleConfiguration = rule && { Rules: [rule] }
  const versions = await build()
  account.passDays(bucket, 365)
  expect(account.versionsIn(bucket)).toEqual(versions)
  expect(versions.length).toBeGreaterThan(1)
  bucket.properties.LifecycleConfiguration = before
})
