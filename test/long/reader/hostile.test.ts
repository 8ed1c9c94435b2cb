import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { askOverHttp } from '@daily-papers/reader/ask-over-http.ts'
import { loadReader } from '@daily-papers/reader/load-reader.ts'
import type { Ask } from '@daily-papers/reader/reader.ts'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { startSampleServer } from '../../servers/sample-server.ts'
import { hasChromium, needsChromium, startChromium } from '../clients/chromium.ts'
import { everyPage } from './every-page.ts'

const now = () => Date.parse('2026-05-29T20:00:00Z')

/** The pages on an origin of their own, as a third party would serve them. */
async function serveReader(ask: Ask, timeoutMs = 5_000): Promise<string> {
  const reader = (await loadReader())({ ask, now, timeoutMs })
  const server = createServer(async ({ url = '/' }, response) => {
    const [path = '/', query = ''] = url.split('?')
    const { port } = server.address() as AddressInfo
    const answer = await reader({ path, query, origin: `http://127.0.0.1:${port}`, requestId: 'r' })
    response.writeHead(answer.status, answer.headers).end(answer.body)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const hostile = [
  '<script>document.title = "run"</script><img src=x onerror="document.title = \'run\'">',
  'عنوان من اليمين إلى اليسار مع English in it',
  `${'verylongwithoutablank'.repeat(20)}`,
  'Broken $\\frac{1}{ and $\\mathbb{R}^{n}$ and \\textbf{bold',
]

/** The same answer with other titles. */
const withTitles = (value: unknown, counter = { n: 0 }): unknown => {
  if (Array.isArray(value)) return value.map(item => withTitles(item, counter))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      ['title', 'name', 'fullName', 'printedName', 'text'].includes(name) && typeof inner === 'string'
        ? hostile[counter.n++ % hostile.length]
        : withTitles(inner, counter),
    ]),
  )
}

describe('pages over a graph on another origin', () => {
  let server: Awaited<ReturnType<typeof startSampleServer>>
  let ask: Ask
  beforeAll(async () => {
    server = await startSampleServer()
    ask = askOverHttp({ url: `${server.url}/graphql` })
  })
  afterAll(() => server?.close())

  test('every page is there, as the API itself serves it', async () => {
    const url = await serveReader(ask)
    for (const [name, path] of Object.entries(await everyPage(server.url))) {
      const [elsewhere, ours] = await Promise.all(
        [url, server.url].map(origin => fetch(origin + path, { headers: { accept: 'text/html' } })),
      )
      expect(elsewhere?.status, name).toBe(ours?.status)
      const text = await elsewhere?.text()
      expect(text?.match(/<h1.*<\/h1>/)?.[0], name).toBe((await ours?.text())?.match(/<h1.*<\/h1>/)?.[0])
    }
  })

  test('without a snapshot each page says what is missing, and shows the rest', async () => {
    const withoutSnapshot: Ask = async (question, variables, request) => {
      const answer = await ask(question, variables, request)
      const data = answer.data as Record<string, unknown>
      const gone = [
        ...['search', 'authors', 'organizations', 'rising', 'falling'],
        ...['byKeywords', 'all', 'narrowed', 'stats'],
      ].filter(name => name in data)
      for (const name of gone) data[name] = null
      if (data.status) data.status = { ...data.status, snapshotAt: null }
      return { ...answer, data, errors: [{ message: 'none', extensions: { code: 'SNAPSHOT_UNAVAILABLE' } }] }
    }
    const url = await serveReader(withoutSnapshot)
    const { 'a keyword': keyword } = await everyPage(server.url)
    const paths = ['/search?q=sample', '/search', '/keywords', '/new', '/new?keyword=x', `${keyword}?with=x`]
    for (const path of paths) {
      const response = await fetch(url + path)
      expect(response.status).toBe(200)
      expect(response.headers.get('cache-control')).toBe('no-store')
      const text = await response.text()
      expect(text).toContain('be shown yet')
      // What could not be counted is not zero, and no choice stands that changes nothing.
      expect(text).not.toMatch(/\b0 papers|This month/)
    }
  })

  test('a graph that is slow, or fails, gets a page that says what to do', async () => {
    const slow = await serveReader(() => sleep(2_000, {}), 100)
    const late = await fetch(slow)
    expect([late.status, late.headers.get('retry-after')]).toEqual([504, '10'])
    expect(await late.text()).toContain('<a href="/">Try again</a>')
    const failing = await serveReader(() => Promise.reject(new Error('secret')))
    const failed = await fetch(failing)
    expect(failed.status).toBe(500)
    expect(await failed.text()).not.toContain('secret')
    const throttled = await serveReader(async () => ({
      data: null,
      errors: [{ message: 'x', extensions: { code: 'RATE_LIMITED' } }],
    }))
    expect((await fetch(throttled)).status).toBe(503)
  })

  describe.skipIf(!hasChromium)(`hostile texts, ${needsChromium}`, () => {
    let browser: Browser
    beforeAll(async () => {
      browser = await startChromium()
    })
    afterAll(() => browser?.close())

    test('at 390 and 1280 px they stay text, in their place, and pictures may be dead', async () => {
      const url = await serveReader(async (...asked) => {
        const answer = await ask(...asked)
        return { ...answer, data: withTitles(answer.data) }
      })
      const page = await browser.newPage()
      const run: string[] = []
      page.on('dialog', dialog => dialog.dismiss())
      for (const [name, path] of Object.entries(await everyPage(server.url))) {
        await page.goto(url + path)
        await page.locator('main').waitFor()
        if ((await page.title()) === 'run' || (await page.locator('img[src=x]').count()) > 0) run.push(name)
        for (const width of [390, 1280]) {
          await page.setViewportSize({ width, height: 900 })
          const beyond = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
          expect({ name, width, beyond }).toEqual({ name, width, beyond: 0 })
        }
      }
      expect(run).toEqual([])
      await page.goto(url)
      await page.locator('.paper h2', { hasText: 'عنوان' }).first().waitFor()
      const direction = await page.evaluate(
        `getComputedStyle([...document.querySelectorAll('.paper h2')].find(h => h.textContent.includes('عنوان'))).direction`,
      )
      expect(direction).toBe('rtl')
      await page.close()
    })
  })
})
