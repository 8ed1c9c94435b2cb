import { examples } from '@daily-papers/api/graphiql/examples.ts'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { startSampleServer } from '../../servers/sample-server.ts'
import { hasChromium, needsChromium, startChromium } from './chromium.ts'

/**
 * Presses the button as often as a person would: until its editors are there GraphiQL does nothing, and for 100 ms after a
 * change of tab it asks for the operation of the tab before.
 */
async function runUntilShown(page: Page, answer: RegExp): Promise<string | null> {
  const shown = page.locator('.graphiql-response', { hasText: answer })
  const press = async () => {
    await page.getByRole('button', { name: /execute query/i }).click()
    await shown.waitFor({ timeout: 2_000 })
  }
  await vi.waitFor(press, { timeout: 30_000 })
  return shown.textContent()
}

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
    await runUntilShown(page, /"paperId":\s"\d{4}\.\d{5}"/)
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
    const shown = await runUntilShown(page, /"date":\s"2026-05-29"/)
    const { data } = await (await answered).json()
    expect(shown).toContain(`"${data.day.papers.nodes[0].paperId}"`)
    expect(data.day.papers.nodes).toHaveLength(data.day.papers.totalCount)
    expect(complaints).toEqual([])
    expect(asked.filter(url => !url.startsWith(`${server.url}/`) && !/^(data|blob):/.test(url))).toEqual([])
  })
})
