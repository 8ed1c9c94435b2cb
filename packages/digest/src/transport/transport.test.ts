import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SESv2ServiceException } from '@aws-sdk/client-sesv2'
import { authenticate } from 'mailauth'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterEach, expect, it, test } from 'vitest'
import { digestMail } from '../mail/digest.ts'
import type { Message } from '../mail/message.ts'
import { writeOutbox } from '../outbox/write-outbox.ts'
import { longPapers } from '../testing/papers.ts'
import { ses } from './ses.ts'
import { smtp } from './smtp.ts'
import { NotSent } from './transport.ts'

const FROM = 'papers@example.org'
const message: Message = digestMail(
  {
    token: 'person.secret',
    email: 'ada@example.net',
    filter: { text: 'diffusion' },
    every: 'DAY',
    hour: 7,
    timeZone: 'UTC',
    state: 'ACTIVE',
    consent: { askedAt: '', askedFrom: '', text: '', confirmedAt: null },
    dueAt: null,
    claim: null,
  },
  longPapers(50),
  { token: 'person.secret', at: '2026-03-02T07:00:00.000Z' },
  'https://papers.example.org',
)

const ends: (() => Promise<unknown> | unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

/** A mail server that keeps what it is given. */
async function mailServer(refuse: string | null = null) {
  const received: Buffer[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _, done) {
      const chunks: Buffer[] = []
      stream.on('data', chunk => chunks.push(chunk))
      stream.on('end', () => {
        if (refuse) return done(Object.assign(new Error(refuse), { responseCode: 451 }))
        received.push(Buffer.concat(chunks))
        return done()
      })
    },
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  ends.push(() => new Promise<void>(resolve => server.close(resolve)))
  return { received, url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}` }
}

it('a mail server gets both parts whole, with the headers of one-click unsubscribing', async () => {
  const { received, url } = await mailServer()
  await smtp({ url, from: FROM })(message)
  const mail = await simpleParser(received[0] ?? '')
  expect(mail.from?.value).toEqual([{ name: 'Daily Papers', address: FROM }])
  expect(mail.subject).toBe(message.subject)
  expect(mail.messageId).toBe(message.messageId)
  expect(mail.text?.trimEnd()).toBe(message.text.trimEnd())
  expect(mail.html).toBe(message.html)
  const header = (name: string) => mail.headerLines.find(({ key }) => key === name)?.line.replace(/\s+/g, ' ')
  expect(header('list-unsubscribe')).toBe(
    'List-Unsubscribe: <https://papers.example.org/subscriptions/person.secret>',
  )
  expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
})

test('the signature of DKIM is valid, and covers the headers of one-click unsubscribing', async () => {
  const { received, url } = await mailServer()
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  await smtp({ url, from: FROM, dkim: { domainName: 'example.org', keySelector: 'digest', privateKey } })(
    message,
  )
  const record = `v=DKIM1; k=rsa; p=${publicKey.replace(/-----[^-]+-----|\s/g, '')}`
  const resolver = async (name: string, type: string) => {
    if (name === 'digest._domainkey.example.org' && type === 'TXT') return [[record]]
    throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' })
  }
  const { dkim } = await authenticate(received[0] ?? '', {
    trustReceived: false,
    resolver,
    ip: '127.0.0.1',
  } as never)
  const [result] = dkim.results
  expect(result?.status.result).toBe('pass')
  const signed = received[0]?.toString().replace(/\r\n[ \t]+/g, '')
  expect(signed).toMatch(/DKIM-Signature:.*h=[^;]*List-Unsubscribe:[^;]*List-Unsubscribe-Post/i)
})

test('a mail that the server refuses was certainly not sent; one without a server was not either', async () => {
  const { url } = await mailServer('try later')
  await expect(smtp({ url, from: FROM })(message)).rejects.toThrow(NotSent)
  await expect(smtp({ url: 'smtp://127.0.0.1:1', from: FROM })(message)).rejects.toThrow(NotSent)
})

test('SES gets the whole mail, from the identity and by the configuration set', async () => {
  const sent: { input: Record<string, unknown> }[] = []
  const client = { send: async (command: never) => void sent.push(command) }
  await ses({ from: FROM, configurationSet: 'digest', client: client as never })(message)
  const { Content, ...input } = sent[0]?.input ?? {}
  expect(input).toEqual({
    FromEmailAddress: FROM,
    Destination: { ToAddresses: ['ada@example.net'] },
    ConfigurationSetName: 'digest',
  })
  const { Raw } = Content as { Raw: { Data: Buffer } }
  expect((await simpleParser(Raw.Data)).html).toBe(message.html)
  expect(Raw.Data.length).toBeLessThan(200_000)
})

test.each([
  [429, true],
  [400, true],
  [500, false],
])('when SES answers %i, it is certain that nothing was sent: %s', async (httpStatusCode, isCertain) => {
  const failure = new SESv2ServiceException({
    name: 'TooManyRequestsException',
    message: 'Maximum sending rate exceeded.',
    $fault: 'client',
    $metadata: { httpStatusCode },
  })
  const client = { send: async () => Promise.reject(failure) }
  const error = await ses({ from: FROM, configurationSet: 'digest', client: client as never })(message).catch(
    each => each,
  )
  expect(error instanceof NotSent).toBe(isCertain)
})

test('the outbox holds each mail as a file that mail programs open', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'outbox-'))
  ends.push(() => rmSync(folder, { recursive: true }))
  await writeOutbox(join(folder, 'new'), FROM, () => Date.parse('2026-03-02T07:00:00Z'))(message)
  const [file = ''] = readdirSync(join(folder, 'new'))
  expect(file).toMatch(/^2026-03-02T07-00-00\.000Z-[\da-f]{12}\.eml$/)
  const mail = await simpleParser(readFileSync(join(folder, 'new', file)))
  expect(mail.subject).toBe(message.subject)
  expect(mail.date?.toISOString()).toBe('2026-03-02T07:00:00.000Z')
})
