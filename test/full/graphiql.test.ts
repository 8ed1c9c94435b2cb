import { examples } from '@daily-papers/api/examples.ts'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasChromium, needsChromium, startChromium } from './testing/chromium.ts'
import { startSampleServer } from './testing/sample-server.ts'

describe.skipIf(!hasChromium)(`GraphiQL, ${needsChromium}`, () => {
  let server: Awaited<ReturnType<typeof startSampleServer>>
  let browser: Browser
  beforeAll(async () => {
    ;[server, browser] = await Promise.all([startSampleServer(), startChromium()])
  })
  afterAll(() => Promise.all([browser?.close(), server?.close()]))

  test('opens with every example in sight, and with values that find something', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await page.goto(`${server.url}/graphql`)
    const tab = page.getByRole('tab', { name: 'PaperPage' })
    await tab.waitFor()
    const tabs = await page.getByRole('tab').all()
    expect(tabs).toHaveLength(examples.length)
    for (const each of tabs) {
      const box = await each.boundingBox()
      expect((box?.x ?? 9_999) + (box?.width ?? 0)).toBeLessThan(1_280)
    }
    const title = await page.locator('.graphiql-logo').boundingBox()
    expect(title?.height).toBeLessThan(50)

    await tab.getByRole('button', { name: 'PaperPage' }).click()
    const answered = page.waitForResponse(
      response => response.request().postData()?.includes('PaperPage') === true,
    )
    await page.getByRole('button', { name: /execute query/i }).click()
    const { data } = await (await answered).json()
    expect(data.paper.paperId).toMatch(/^\d{4}\.\d{5}$/)
    await page.close()
  })

  test('runs its first tab and shows the papers of the latest day, asking nobody but its server', async () => {
    const page = await browser.newPage()
    const asked: string[] = []
    const complaints: string[] = []
    page.context().on('request', request => asked.push(request.url()))
    page.on('pageerror', error => complaints.push(String(error)))
    page.on('console', message => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
    })

    await page.goto(`${server.url}/graphql`)
    const answered = page.waitForResponse(
      response => response.request().postData()?.includes('DayPage') === true,
    )
    await page.getByRole('button', { name: /execute query/i }).click()
    const { data } = await (await answered).json()

    // The editor draws blanks as no-break spaces.
    const response = page.locator('.graphiql-response')
    const shown = async () => (await response.textContent())?.replaceAll('\u00a0', ' ')
    await expect.poll(shown, { timeout: 20_000 }).toContain('"date": "2026-05-29"')
    expect(await shown()).toContain(`"paperId": "${data.day.papers.nodes[0].paperId}"`)
    expect(data.day.papers.nodes).toHaveLength(data.day.papers.totalCount)
    expect(complaints).toEqual([])
    expect(asked.filter(url => !url.startsWith(`${server.url}/`) && !/^(data|blob):/.test(url))).toEqual([])
  })
})
