import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { answerOutbox } from './answer-outbox.ts'
import { writeOutbox } from './write-outbox.ts'

const folder = mkdtempSync(join(tmpdir(), 'outbox-'))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const get = async (path: string) => {
  const response = await answerOutbox(new Request(`http://127.0.0.1${path}`), folder)
  return { status: response.status, text: await response.text() }
}

test('mails are listed, and each is shown as HTML and as text', async () => {
  expect((await get('/outbox')).text).toContain('No mail has been sent.')
  const send = writeOutbox(folder, 'papers@example.org', () => Date.parse('2026-03-02T07:00:00Z'))
  const message = {
    to: 'ada@example.org',
    subject: 'Ümläut <b>',
    html: '<p>Hello</p>',
    text: 'Hello',
    headers: {},
  }
  await send({ ...message, messageId: '<0123456789abcdef@example.org>' })
  const { text } = await get('/outbox')
  expect(text).toContain('Ümläut &lt;b&gt;')
  expect(text).toContain('to ada@example.org, <span class="whole">2026-03-02 07:00</span>')
  const path = /href="([^"]+\.eml)"/.exec(text)?.[1] ?? ''
  expect((await get(path)).text.trim()).toBe('<p>Hello</p>')
  expect((await get(`${path}?part=text`)).text.trim()).toBe('Hello')
})

test.each(['/outbox/../outbox.eml', '/outbox/%2e%2e%2fsecret.eml', '/outbox/nothing.eml'])(
  '%s leads to no file',
  async path => {
    expect((await get(path)).status).not.toBe(500)
    expect((await get(path)).text).not.toContain('secret')
  },
)
