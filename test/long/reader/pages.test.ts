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

/** The rules that look at colours. Dark is checked by these alone: all else is the same as in light. */
const COLOURS = ['color-contrast', 'link-in-text-block']

/** The rules of accessibility that a page breaks. axe is run beside the page's policy, which would block it. */
async function violationsOf(page: Page, rules: string[] | null): Promise<string[]> {
  const options = { resultTypes: ['violations'], ...(rules && { runOnly: rules }) }
  const run = `axe.run(${JSON.stringify(options)}).then(({ violations }) => violations)`
  const violations = (await page.evaluate(run)) as AxeViolation[]
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`)
}

const looks = [390, 1280].flatMap(width =>
  (['light', 'dark'] as const).map(colorScheme => ({ width, colorScheme })),
)

describe.skipIf(!hasChromium)(`every page, ${needsChromium}`, () => {
  let server: Awaited<ReturnType<typeof startSampleServer>>
  let browser: Browser
  let pages: Record<string, string>
  beforeAll(async () => {
    ;[server, browser] = await Promise.all([startSampleServer(), startChromium()])
    pages = await everyPage(server.url)
  })
  afterAll(() => Promise.all([browser?.close(), server?.close()]))

  test('at 390 and 1280 px, light and dark, no page breaks a rule of accessibility, sticks out, complains or asks another host', async () => {
    const page = await browser.newPage()
    const complaints: string[] = []
    page.on('pageerror', error => complaints.push(String(error)))
    page.on('console', message => {
      // Pictures are on hosts that do not exist here, and a page that there is not answers 404.
      if (message.type() === 'error' && !/ERR_NAME_NOT_RESOLVED|status of 404/.test(message.text()))
        complaints.push(message.text())
    })
    page.on('request', request => {
      if (!request.url().startsWith(`${server.url}/`) && request.resourceType() !== 'image')
        complaints.push(request.url())
    })
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(server.url + path)
      // `main` is hidden until the page's island is ready.
      await page.locator('main').waitFor()
      await page.evaluate(axe)
      // axe passes over rows that the browser has not laid out yet.
      await page.evaluate(
        `document.querySelectorAll('.paper').forEach(row => { row.style.contentVisibility = 'visible' })`,
      )
      for (const { width, colorScheme } of looks) {
        await page.setViewportSize({ width, height: 900 })
        await page.emulateMedia({ colorScheme })
        const beyond = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
        const violations = await violationsOf(page, colorScheme === 'dark' ? COLOURS : null)
        expect
          .soft({ name, width, colorScheme, beyond, violations })
          .toEqual({ name, width, colorScheme, beyond: 0, violations: [] })
      }
    }
    expect(complaints).toEqual([])
    await page.close()
  })

  test('Tab leads to the content, then through each page in its order, and shows where it is', async () => {
    const page = await browser.newPage()
    for (const name of ['the latest day', 'a paper', 'a search']) {
      await page.goto(server.url + pages[name])
      await page.keyboard.press('Tab')
      expect(await page.evaluate('document.activeElement.className'), name).toBe('skip')
      await page.keyboard.press('Enter')
      await page.evaluate('window.before = document.activeElement')
      for (let stop = 0; stop < 40; stop++) {
        await page.keyboard.press('Tab')
        const now = await page.evaluate(`(() => {
          const { before } = window
          const now = window.before = document.activeElement
          const { top, bottom } = now.getBoundingClientRect()
          return {
            follows: Boolean(before.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING),
            isOutlined: getComputedStyle(now).outlineStyle !== 'none',
            isInSight: top < innerHeight && bottom > 0,
          }
        })()`)
        expect({ name, stop, now }).toEqual({
          name,
          stop,
          now: { follows: true, isOutlined: true, isInSight: true },
        })
      }
    }
    await page.close()
  })

  test('without JavaScript each page shows the same, and searching, paging and narrowing work', async () => {
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
    const titles = () => page.locator('.title').allTextContents()
    const first = await titles()
    await page.getByRole('link', { name: 'More ›' }).click()
    await page.waitForURL(/after=/)
    const second = await titles()
    expect(second.filter(title => first.includes(title))).toEqual([])
    await page.getByRole('link', { name: '‹ Before' }).click()
    await page.waitForURL(/before=/)
    expect(await titles()).toEqual(first)
    await page.goto(server.url + pages['a keyword'])
    const narrower = page.locator('.narrow a').first()
    const left = await narrower.locator('small').innerText()
    await narrower.click()
    await page.waitForURL(/with=/)
    expect(await page.locator('h1').innerText()).toContain(' + ')
    expect(await page.locator('.about').innerText()).toMatch(new RegExp(`^${left} papers?, newest first`))
    expect(await titles()).toHaveLength(Number(left))
    await context.close()
  })

  test('the pages of a day and of a paper name the same as Markdown', async () => {
    for (const name of ['a day', 'a paper']) {
      const html = await (await fetch(server.url + pages[name])).text()
      const [, address] = /type="text\/markdown" href="([^"]+)"/.exec(html) ?? []
      const { status, headers } = await fetch(server.url + address)
      expect([status, headers.get('content-type')]).toEqual([200, expect.stringContaining('text/markdown')])
    }
  })
})
