import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startEngine } from '../testing/engine.ts'
import { makeFeed } from '../testing/feed.ts'
import { makeSite } from '../testing/site.ts'
import { applyEvent } from './apply.ts'
import { type SesEvent, sesEvent } from './ses-event.ts'

let engine: Awaited<ReturnType<typeof startEngine>>
let site: ReturnType<typeof makeSite>
beforeAll(async () => {
  engine = await startEngine()
})
afterAll(() => engine.close())
beforeEach(async () => {
  const feed = makeFeed({ from: '2026-02-20', days: 20, aDay: 2, seed: 1, now: () => site.clock.now })
  site = makeSite(await engine.table(), feed.ask)
  await site.subscribe({ email: 'Ada@example.org', every: 'DAY' })
  await site.post(`/subscriptions/${site.token()}`, { confirm: '1' })
})

const report = (event: SesEvent) => applyEvent(site.world.table, event, site.clock.now)
const bounced = (bounceType: 'Permanent' | 'Transient'): SesEvent => ({
  eventType: 'Bounce',
  bounce: { bounceType, bouncedRecipients: [{ emailAddress: 'ada@example.org' }] },
})
const complained: SesEvent = {
  eventType: 'Complaint',
  complaint: { complainedRecipients: [{ emailAddress: 'Ada <ada@example.org>' }] },
}
const nextDay = async () => {
  site.clock.now += 24 * 3_600_000
  return site.sendDue()
}

test.each([
  ['a complaint', complained],
  ['a hard bounce', bounced('Permanent')],
])('%s ends every mail at once, also one that is queued', async (_, event) => {
  site.clock.now += 24 * 3_600_000
  await report(event)
  expect(await site.sendDue()).toEqual([])
  expect(site.mails).toHaveLength(1)
})

test('an address that complained gets no confirmation, although the answer is the same', async () => {
  const first = await site.subscribe({ email: 'bo@example.org', every: 'DAY' })
  await report(complained)
  const before = site.mails.length
  const second = await site.subscribe({ email: 'ada@example.org', every: 'DAY' })
  expect(await second.text()).toBe(await first.text())
  expect(second.status).toBe(202)
  expect(site.mails).toHaveLength(before)
})

test('an address that bounced cannot be started again', async () => {
  const path = `/subscriptions/${site.token()}`
  await report(bounced('Permanent'))
  expect((await site.post(path, { confirm: '1' })).status).toBe(409)
})

test('the third bounce in a row that may pass ends the mails; a delivery between begins a new row', async () => {
  await report(bounced('Transient'))
  await report(bounced('Transient'))
  await report({ eventType: 'Delivery', delivery: { recipients: ['ada@example.org'] } })
  await report(bounced('Transient'))
  await report(bounced('Transient'))
  expect(await nextDay()).toEqual(['sent'])
  await report(bounced('Transient'))
  expect(await nextDay()).toEqual([])
})

test('a report is read as SES writes it, with all that it says besides', () => {
  const written = {
    eventType: 'Bounce',
    bounce: {
      feedbackId: '0100',
      bounceType: 'Permanent',
      bounceSubType: 'General',
      bouncedRecipients: [{ emailAddress: 'ada@example.org', action: 'failed', status: '5.1.1' }],
      timestamp: '2026-03-02T12:00:00.000Z',
    },
    mail: { messageId: '0100', destination: ['ada@example.org'] },
  }
  expect(sesEvent.parse(written)).toMatchObject({ eventType: 'Bounce', bounce: { bounceType: 'Permanent' } })
})
