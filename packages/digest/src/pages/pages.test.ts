import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import { AskFailed } from '../papers/ask.ts'
import { startEngine } from '../testing/engine.ts'
import { makeFeed } from '../testing/feed.ts'
import { memoryTable } from '../testing/memory-table.ts'
import { makeSite, SITE } from '../testing/site.ts'

let engine: Awaited<ReturnType<typeof startEngine>>
let site: ReturnType<typeof makeSite>
beforeAll(async () => {
  engine = await startEngine()
})
afterAll(() => engine.close())
beforeEach(async () => {
  const table = await engine.table()
  const feed = makeFeed({ from: '2026-02-20', days: 20, aDay: 2, seed: 1, now: () => site.clock.now })
  site = makeSite(table, feed.ask)
})

const wish = {
  email: 'ada@example.org',
  filter: { keywords: ['agents'] },
  every: 'DAY',
  hour: 7,
  timeZone: 'Europe/Berlin',
}

describe('subscribing', () => {
  it('sends one confirmation, and nothing else before it is confirmed', async () => {
    const response = await site.subscribe(wish)
    expect(response.status).toBe(202)
    expect(await response.json()).toEqual({
      message: expect.stringContaining('A confirmation is on its way'),
    })
    site.clock.now += 48 * 3_600_000
    expect(await site.sendDue()).toEqual([])
    expect(site.mails.map(({ to, subject }) => [to, subject])).toEqual([
      ['ada@example.org', 'Confirm your papers by mail'],
    ])
  })

  it('takes a form as well, and answers with a page', async () => {
    const form = {
      email: 'ada@example.org',
      every: 'WEEK',
      filter: '{"hasCode":true}',
      hour: '9',
      timeZone: 'UTC',
    }
    const response = await site.post('/subscriptions', form, { origin: SITE })
    expect(response.status).toBe(202)
    expect(response.headers.get('content-type')).toContain('text/html')
    expect(await (await site.get(`/subscriptions/${site.token()}`)).text()).toContain(
      'Papers with code, every Monday at 09:00 UTC',
    )
  })

  it('repeats nothing in the confirmation that a stranger could have typed', async () => {
    await site.subscribe({ ...wish, filter: { text: 'buy cheap pills' } })
    expect(JSON.stringify(site.mails)).not.toContain('pills')
  })

  it.each([
    [{ ...wish, email: 'ada' }, '`email` must be an e-mail address, such as ada@example.org, not "ada".'],
    [{ ...wish, every: 'HOUR' }, '`every` must be DAY or WEEK, not "HOUR".'],
    [{ ...wish, hour: 24 }, '`hour` must be a whole hour from 0 to 23, not "24".'],
    [
      { ...wish, timeZone: 'Berlin' },
      '`timeZone` must be an IANA time zone, such as Europe/Berlin, not "Berlin".',
    ],
    [{ ...wish, filter: '[]' }, '`filter` must be a PaperFilter as JSON'],
    [
      { ...wish, filter: { text: 'x'.repeat(5_000) } },
      '`filter` must be a PaperFilter as JSON, at most 4000 characters',
    ],
    [{ ...wish, filter: { featured: { lastDays: 3 } } }, 'leave `featured` out'],
    [{ every: 'DAY' }, '`email` must be an e-mail address'],
  ])('refuses what is wrong in %#, with what it must be', async (json, message) => {
    const response = await site.subscribe(json)
    expect(response.status).toBe(400)
    expect((await response.json()).message).toContain(message)
    expect(site.mails).toEqual([])
  })

  it('shows the API’s error for an unknown filter', async () => {
    const refusing = async () => {
      throw new AskFailed('no', [
        { message: 'There is no keyword argument.', extensions: { code: 'BAD_USER_INPUT' } },
      ])
    }
    const strict = makeSite(site.world.table, refusing)
    const response = await strict.subscribe({ ...wish, filter: { keyword: 'agents' } })
    expect([response.status, (await response.json()).message]).toEqual([
      400,
      '`filter` cannot be used: There is no keyword argument.',
    ])
  })

  it('says that it does not work while the API does not answer, and sends nothing', async () => {
    const down = makeSite(site.world.table, async () => Promise.reject(new AskFailed('no answer')))
    expect((await down.subscribe(wish)).status).toBe(503)
    expect(down.mails).toEqual([])
    expect(down.logged).toHaveLength(1)
  })

  it.each([
    [{ origin: 'https://evil.example' }],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site', origin: SITE }],
    [{ origin: 'null' }],
  ])('refuses a form of another site, which sends %j', async headers => {
    const form = { email: 'ada@example.org', every: 'DAY' }
    const response = await site.post('/subscriptions', form, headers)
    expect(response.status).toBe(403)
    expect(site.mails).toEqual([])
  })

  it.each([
    ['text/plain', '{}', 415],
    ['application/json', '{', 400],
    ['application/json', '[]', 400],
    ['multipart/form-data', 'x', 400],
    ['application/json', `{"email":"${'a'.repeat(20_000)}"}`, 413],
  ])('answers a body that cannot be read (%s, case %#)', async (type, body, status) => {
    const response = await site.request('/subscriptions', {
      method: 'POST',
      body,
      headers: { 'content-type': type },
    })
    expect(response.status).toBe(status)
  })

  it('sends an address three confirmations a day at most, whatever label it has, and loses none of them', async () => {
    const statuses: number[] = []
    for (let each = 0; each < 30; each++)
      statuses.push((await site.subscribe({ ...wish, email: `Ada+${each}@example.org` })).status)
    expect(statuses).toEqual([202, 202, 202, ...Array(27).fill(429)])
    expect(site.mails).toHaveLength(3)
    expect((await site.get(`/subscriptions/${site.token()}`)).status).toBe(200)
    site.clock.now += 24 * 3_600_000
    expect((await site.subscribe(wish)).status).toBe(202)
  })

  it('answers any JSON as a wish or as a mistake, and mails only for a wish', async () => {
    const quick = makeSite(memoryTable(), site.world.ask)
    const fields = fc.record(
      Object.fromEntries(
        Object.entries({ ...wish, askedFrom: 'x' }).map(([name, right]) => [
          name,
          fc.oneof(fc.constant(right), fc.jsonValue({ maxDepth: 2 })),
        ]),
      ),
      { requiredKeys: [] },
    )
    const isAnswered = async (json: unknown) => {
      const before = quick.mails.length
      const { status } = await quick.subscribe(json)
      expect([202, 400, 429]).toContain(status)
      expect(quick.mails.length - before).toBe(status === 202 ? 1 : 0)
    }
    await fc.assert(fc.asyncProperty(fc.oneof(fields, fc.jsonValue()), isAnswered), { numRuns: 300 })
    expect(quick.logged).toEqual([])
  })

  it('stops for an hour when everybody together asks too often', async () => {
    site.world.hourlyCeiling = 2
    const ask = async (each: number) =>
      (await site.subscribe({ ...wish, email: `r${each}@example.org` })).status
    expect([await ask(1), await ask(2), await ask(3)]).toEqual([202, 202, 429])
    site.clock.now += 3_600_000
    expect(await ask(4)).toBe(202)
  })
})

describe('the links of a mail', () => {
  const confirmed = async () => {
    await site.subscribe(wish)
    const path = `/subscriptions/${site.token()}`
    await site.post(path, { confirm: '1' })
    return path
  }

  test('GET changes nothing, as programs follow links', async () => {
    await site.subscribe(wish)
    const path = `/subscriptions/${site.token()}`
    expect(await (await site.get(path)).text()).toContain('>Confirm</button>')
    expect(await (await site.get(`${path}?confirm=1`)).text()).toContain('>Confirm</button>')
  })

  test('a page is not cached, not indexed, and sends no referrer', async () => {
    const { headers } = await site.get(await confirmed())
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-robots-tag')).toContain('noindex')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  })

  test('confirming twice is as good as once', async () => {
    const path = await confirmed()
    const again = await site.post(path, { confirm: '1' })
    expect(await again.text()).toContain('The next mail is due on 3 March 2026')
  })

  test.each([
    ['a form', new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })],
    [
      'multipart',
      (() => {
        const form = new FormData()
        form.set('List-Unsubscribe', 'One-Click')
        return form
      })(),
    ],
  ])('one click unsubscribes, sent as %s without cookies or origin, as RFC 8058 says', async (_, body) => {
    const path = await confirmed()
    const response = await site.request(path, { method: 'POST', body })
    expect(response.status).toBe(200)
    const text = await response.text()
    expect(text).toContain('You are unsubscribed')
    expect(text).toMatch(/You had: [^<]+, every/)
    expect(text).toContain('<a href="/">Today’s papers</a>')
    site.clock.now += 72 * 3_600_000
    expect(await site.sendDue()).toEqual([])
  })

  test('a page has the navigation of the site', async () => {
    const frame = await readFile(new URL('../../../reader/src/parts/frame.tsx', import.meta.url), 'utf8')
    const sections = [...frame.matchAll(/\{ name: '(\w+)', path: '([^']+)' \}/g)]
    const text = await (await site.get(await confirmed())).text()
    const nav = /<nav[^>]*>(.*)<\/nav>/.exec(text)?.[1] ?? ''
    const links = [...nav.matchAll(/<a href="([^"]+)">(\w+)<\/a>/g)]
    expect(links.map(([, path, name]) => [name, path])).toEqual(
      sections.map(([, name, path]) => [name, path]),
    )
    expect(links.length).toBeGreaterThan(5)
  })

  test('an end can be undone for 30 days', async () => {
    const path = await confirmed()
    await site.post(path, { 'List-Unsubscribe': 'One-Click' })
    site.clock.now += 29 * 86_400_000
    expect(await (await site.post(path, { confirm: '1' })).text()).toContain('You are subscribed')
    await site.post(path, { 'List-Unsubscribe': 'One-Click' })
    site.clock.now += 31 * 86_400_000
    expect((await site.get(path)).status).toBe(404)
  })

  test('an unconfirmed subscription is deleted after 7 days', async () => {
    await site.subscribe(wish)
    site.clock.now += 7 * 86_400_000
    expect((await site.get(`/subscriptions/${site.token()}`)).status).toBe(404)
  })

  test('the times can be changed, and wrong ones are refused', async () => {
    const path = await confirmed()
    const page = await site.post(path, { change: '1', every: 'WEEK', hour: '20', timeZone: 'Asia/Tokyo' })
    expect(await page.text()).toContain('every Monday at 20:00, Asia/Tokyo time')
    const wrong = await site.post(path, { change: '1', every: 'DAY', hour: '25', timeZone: 'Asia/Tokyo' })
    expect(wrong.status).toBe(400)
  })

  test('"delete everything" leaves nothing of the address, with all its subscriptions', async () => {
    const first = await confirmed()
    const second = await confirmed()
    site.clock.now += 48 * 3_600_000
    expect(await site.sendDue()).toEqual(['sent', 'sent'])
    const page = await site.post(first, { delete: '1' })
    expect(await page.text()).toContain('Everything is deleted')
    expect((await site.get(second)).status).toBe(404)
    const { ScanCommand } = await import('@aws-sdk/lib-dynamodb')
    const { client, name } = site.world.table
    const { Items } = await client.send(new ScanCommand({ TableName: name }))
    expect(Items?.map(({ pk }) => pk)).toEqual(['PERSON#everyone'])
  })

  test.each(['x', 'a.b', `${'a'.repeat(22)}.${'b'.repeat(32)}`, `${'a'.repeat(22)}.${'b'.repeat(31)}'`])(
    'the token %j leads nowhere, and the page says that nothing is mailed',
    async token => {
      const response = await site.post(`/subscriptions/${token}`, { 'List-Unsubscribe': 'One-Click' })
      expect(response.status).toBe(404)
      expect(await response.text()).toContain('Nothing is mailed for it')
    },
  )

  test('other methods, paths and fields are refused in a sentence', async () => {
    const path = await confirmed()
    expect((await site.request(path, { method: 'DELETE' })).status).toBe(405)
    expect((await site.get('/subscriptions')).status).toBe(405)
    expect((await site.get(`${path}/more`)).status).toBe(404)
    expect((await site.post(path, { nonsense: '1' })).status).toBe(400)
  })
})
