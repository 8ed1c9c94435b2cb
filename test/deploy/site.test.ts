import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasChromium, needsChromium, startChromium } from '../long/clients/chromium.ts'
import type { Account } from './stand-in/account.ts'
import { deployed } from './system/system.ts'

describe.skipIf(!hasChromium)(`the deployed site, ${needsChromium}`, () => {
  let account: Account
  let api: Awaited<ReturnType<Account['serve']>>
  let browser: Browser
  beforeAll(async () => {
    ;[account, browser] = await Promise.all([deployed(), startChromium()])
    api = await account.serve()
  })
  afterAll(async () => {
    await Promise.all([browser?.close(), api?.close()])
    await account?.close()
  })

  test('a page of the function opens in a browser, with its script and stylesheet', async () => {
    const page = await browser.newPage()
    const complaints: string[] = []
    page.on('pageerror', error => complaints.push(String(error)))
    page.on('response', response => {
      if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`)
    })
    await page.goto(api.url)
    expect(await page.locator('h1').textContent()).toBe('Friday, 29 May 2026')
    expect(await page.locator('.paper').count()).toBeGreaterThan(0)
    expect(await page.evaluate('document.documentElement.dataset.script')).toBe('')
    expect(await page.evaluate('getComputedStyle(document.querySelector(".paper")).display')).toBe('grid')
    await page.locator('.title').first().click()
    await page.waitForURL(/\/papers\//)
    expect(await page.locator('#bibtex').textContent()).toContain('@misc')
    expect(complaints).toEqual([])
  })

  test('pages may be kept as long as the graph says, and come compressed', async () => {
    const { headers } = await fetch(api.url, { headers: { accept: 'text/html' } })
    expect(headers.get('cache-control')).toBe('public, max-age=60')
    expect(headers.get('content-encoding')).toBe('gzip')
    expect(headers.get('content-security-policy')).not.toContain('unsafe')
  })
})
