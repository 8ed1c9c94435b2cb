import { examples } from '@daily-papers/api/graphiql/examples.ts'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startSampleServer } from '../../servers/sample-server.ts'
import { hasChromium, needsChromium, startChromium } from './chromium.ts'

const WIDE = { width: 1_280, height: 800 }
const PHONE = { width: 390, height: 844 }

/** What is shown where answers are, once it fits. */
async function answerOn(page: Page, wanted: RegExp): Promise<string> {
  const response = page.locator('.graphiql-response', { hasText: wanted })
  await response.waitFor({ timeout: 60_000 })
  return (await response.textContent()) ?? ''
}

/** Selectors of what lies beyond the window's sides or is too small to use. */
async function outOfSight(page: Page, selectors: string[]): Promise<string[]> {
  const { width = 0 } = page.viewportSize() ?? {}
  const boxes = await Promise.all(
    selectors.map(async selector => ({ selector, box: await page.locator(selector).boundingBox() })),
  )
  return boxes.flatMap(({ selector, box }) =>
    box && box.x >= 0 && box.x + box.width <= width && box.width >= 30 && box.height >= 20 ? [] : [selector],
  )
}

const used = [
  '.graphiql-query-editor',
  '.graphiql-execute-button',
  '.graphiql-response',
  '.intro p',
  'summary',
]

describe.skipIf(!hasChromium)(`GraphiQL, ${needsChromium}`, () => {
  let server: Awaited<ReturnType<typeof startSampleServer>>
  let browser: Browser
  beforeAll(async () => {
    ;[server, browser] = await Promise.all([startSampleServer(), startChromium()])
  })
  afterAll(() => Promise.all([browser?.close(), server?.close()]))

  test('opens with the latest day answered and five tabs, asks nobody but its server, and has the other examples in a menu', async () => {
    const page = await browser.newPage({ viewport: WIDE })
    const asked: string[] = []
    const complaints: string[] = []
    page.context().on('request', request => asked.push(request.url()))
    page.on('pageerror', error => complaints.push(String(error)))
    page.on('console', message => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
    })

    const answered = page.waitForResponse(
      response => response.request().postData()?.includes('LatestDay') === true,
    )
    await page.goto(`${server.url}/graphql`)
    const shown = await answerOn(page, /"date":\s"2026-05-29"/)
    const { data } = await (await answered).json()
    expect(shown).toContain(`"${data.day.papers.nodes[0].paperId}"`)
    expect(data.day.papers.nodes).toHaveLength(data.day.papers.totalCount)
    const tabs = ['LatestDay', 'BestOfWeek', 'OnePaper', 'PapersByAuthor', 'Search']
    expect(await page.locator('.graphiql-tab').allInnerTexts()).toEqual(tabs)
    expect(await outOfSight(page, used)).toEqual([])

    await page.locator('summary').click()
    expect(await page.locator('.intro li a').count()).toBe(examples.length - tabs.length)
    await page.getByRole('link', { name: 'References' }).click()
    await answerOn(page, /@misc/)
    expect(complaints).toEqual([])
    expect(asked.filter(url => !url.startsWith(`${server.url}/`) && !/^(data|blob):/.test(url))).toEqual([])
    await page.close()
  })

  test('answers on a phone what a page of the reader asks', async () => {
    const page = await browser.newPage({ viewport: PHONE })
    await page.goto(server.url)
    await page.locator('main a[href^="/papers/"]').first().click()
    await page.waitForURL(/\/papers\//)
    const paper = new URL(page.url()).pathname.split('/').at(-1)
    await page.getByRole('link', { name: 'This page as GraphQL' }).click()
    expect(await answerOn(page, /"paper":/)).toContain(`"${paper}"`)
    expect(await outOfSight(page, used)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.width)
    await page.close()
  })
})
