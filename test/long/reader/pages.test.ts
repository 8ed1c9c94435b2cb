import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startSampleServer } from '../../servers/sample-server.ts'
import { hasChromium, needsChromium, startChromium } from '../clients/chromium.ts'
import { everyPage } from './every-page.ts'

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface AxeViolation {
  id: string
  nodes: { html: string; failureSummary: string }[]
}

/** What a page does wrong by the rules of accessibility; run beside its policy, which would block it. */
async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const violations = (await page.evaluate('axe.run().then(({ violations }) => violations)')) as AxeViolation[]
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`)
}

const looks = [390, 1280].flatMap(width => (['light', 'dark'] as const).map(scheme => ({ width, scheme })))

describe.skipIf(!hasChromium)(`every page, ${needsChromium}`, () => {
  let server: Awaited<ReturnType<typeof startSampleServer>>
  let browser: Browser
  let pages: Record<string, string>
  beforeAll(async () => {
    ;[server, browser] = await Promise.all([startSampleServer(), startChromium()])
    pages = await everyPage(server.url)
  })
  afterAll(() => Promise.all([browser?.close(), server?.close()]))

  test.each(looks)(
    '$width px, $scheme: no rule of accessibility is broken, nothing sticks out, nothing is complained of',
    async ({ width, scheme }) => {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme })
      const page = await context.newPage()
      const complaints: string[] = []
      page.on('pageerror', error => complaints.push(String(error)))
      page.on('console', message => {
        // Pictures are on hosts that do not exist here, and a page that there is not answers 404.
        if (message.type() === 'error' && !/ERR_NAME_NOT_RESOLVED|status of 404/.test(message.text()))
          complaints.push(message.text())
      })
      for (const [name, path] of Object.entries(pages)) {
        await page.goto(server.url + path)
        const beyond = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
        expect
          .soft({ name, beyond, violations: await violationsOf(page) })
          .toEqual({ name, beyond: 0, violations: [] })
      }
      expect(complaints).toEqual([])
      await context.close()
    },
  )

  test('without JavaScript each page shows the same, and searching and paging work', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(server.url + path)
      expect(await page.locator('h1').count(), name).toBe(1)
      expect((await page.locator('main').innerText()).length, name).toBeGreaterThan(60)
    }
    await page.goto(server.url)
    await page.getByRole('searchbox').fill('sample')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/search\?q=sample/)
    const titles = () => page.locator('.title').allInnerTexts()
    const first = await titles()
    await page.getByRole('link', { name: 'More ›' }).click()
    await page.waitForURL(/after=/)
    const second = await titles()
    expect(second.filter(title => first.includes(title))).toEqual([])
    await page.getByRole('link', { name: '‹ Before' }).click()
    await page.waitForURL(/before=/)
    expect(await titles()).toEqual(first)
    await context.close()
  })

  test('a page asks nobody but its own server and the pictures’ hosts', async () => {
    const page = await browser.newPage()
    const asked: { url: string; type: string }[] = []
    page.context().on('request', request => asked.push({ url: request.url(), type: request.resourceType() }))
    for (const path of Object.values(pages)) await page.goto(server.url + path)
    expect(asked.filter(({ url, type }) => !url.startsWith(`${server.url}/`) && type !== 'image')).toEqual([])
    await page.close()
  })
})
