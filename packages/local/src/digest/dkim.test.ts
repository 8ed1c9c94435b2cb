import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dkimOf } from './dkim.ts'

const PEM = { type: 'pkcs8', format: 'pem' } as const
const settings = { DIGEST_FROM: 'papers@example.org', DKIM_SELECTOR: 'digest' }

async function fileWith(text: string): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'dkim-')), 'key.pem')
  await writeFile(file, text)
  return file
}
const key = () => generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey.export(PEM).toString()

test('without a key nothing is signed', () => {
  expect(dkimOf(settings)).toBeUndefined()
})

test.each([
  ['papers@example.org', 'example.org'],
  ['Daily Papers <papers@mail.example.org>', 'mail.example.org'],
])('mails from %s are signed for %s', async (DIGEST_FROM, domainName) => {
  const privateKey = key()
  const file = await fileWith(privateKey)
  expect(dkimOf({ ...settings, DIGEST_FROM, DKIM_KEY: file, DKIM_SELECTOR: 'october' })).toEqual({
    domainName,
    keySelector: 'october',
    privateKey,
  })
})

test('a file that is not there, one without a key, and a sender without a domain are named', async () => {
  expect(() => dkimOf({ ...settings, DKIM_KEY: '/nowhere/key.pem' })).toThrow(
    /^DKIM_KEY=\/nowhere\/key\.pem: must be a file with a private key \(PEM\): ENOENT/,
  )
  const text = await fileWith('no key')
  expect(() => dkimOf({ ...settings, DKIM_KEY: text })).toThrow(/must be a file with a private key/)
  const DKIM_KEY = await fileWith(key())
  expect(() => dkimOf({ ...settings, DIGEST_FROM: 'papers', DKIM_KEY })).toThrow(
    'DIGEST_FROM=papers: must be an address like papers@example.org',
  )
})
