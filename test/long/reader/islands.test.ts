import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startSampleServer } from '../../servers/sample-server.ts'
import { hasChromium, needsChromium, startChromium } from '../clients/chromium.ts'

/** A busy machine may take some seconds. */
const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 60_000 })

/** Notes from now on, in `wasShown`, whether the list of suggestions opens. */
const watchSuggestions = `
  window.wasShown = false
  const list = document.querySelector('.suggestions')
  new MutationObserver(() => { window.wasShown ||= !list.hidden }).observe(list, { attributes: true })
`

describe.skipIf(!hasChromium)(`what JavaScript adds, ${needsChromium}`, () => {
  let server: Awaited<ReturnType<typeof startSampleServer>>
  let browser: Browser
  let context: BrowserContext
  let page: Page
  beforeAll(async () => {
    ;[server, browser] = await Promise.all([startSampleServer(), startChromium()])
  })
  afterAll(() => Promise.all([browser?.close(), server?.close()]))
  beforeEach(async () => {
    context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
    page = await context.newPage()
    await page.goto(server.url)
  })
  afterEach(() => context.close())

  const focused = () => page.evaluate('document.activeElement.getAttribute("href")') as Promise<string>
  const said = () => page.getByRole('status').innerText()

  test('j and k walk through the papers, Enter opens one, and back leads to where it was', async () => {
    await page.keyboard.press('j')
    const first = await focused()
    for (let i = 0; i < 12; i++) await page.keyboard.press('j')
    const thirteenth = await focused()
    expect(thirteenth).not.toBe(first)
    await page.keyboard.press('k')
    expect(await focused()).not.toBe(thirteenth)
    await page.keyboard.press('j')
    const scrolled = await page.evaluate('scrollY')
    await page.keyboard.press('Enter')
    await page.waitForURL(`${server.url}${thirteenth}`)
    await page.goBack()
    await eventually(() => page.evaluate('scrollY')).toBe(scrolled)
  })

  test('c copies the BibTeX of a paper, from a list and from its page', async () => {
    await page.keyboard.press('j')
    const paperId = (await focused()).replace('/papers/', '')
    await page.keyboard.press('c')
    await eventually(said).toBe('BibTeX copied')
    expect((await page.getByRole('status').boundingBox())?.y).toBeLessThan(720)
    const copied = await page.evaluate('navigator.clipboard.readText()')
    expect(copied).toContain(`eprint = {${paperId}}`)
    await page.goto(`${server.url}/papers/${paperId}`)
    await page.evaluate('navigator.clipboard.writeText("")')
    await page.getByRole('button', { name: 'Copy BibTeX' }).click()
    await eventually(said).toBe('Copied')
    expect(String(await page.evaluate('navigator.clipboard.readText()')).trim()).toBe(String(copied).trim())
  })

  test('saved papers stand on their page, are exported, and are read back', async () => {
    await page.keyboard.press('j')
    await page.keyboard.press('s')
    await page.locator('.paper').nth(2).getByRole('button', { name: 'Save' }).click()
    await eventually(said).toBe('Saved in this browser')
    await page.goto(`${server.url}/saved`)
    await eventually(() => page.locator('.paper').count()).toBe(2)
    const bibtex = await page.getByRole('link', { name: 'BibTeX' }).getAttribute('href')
    expect((await (await fetch(`${server.url}${bibtex}`)).text()).match(/@misc/g)).toHaveLength(2)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'JSON' }).click(),
    ])
    const path = await download.path()

    await page.evaluate('localStorage.clear()')
    await page.reload()
    await page.locator('main').waitFor()
    expect(await page.locator('.paper').count()).toBe(0)
    await page.getByLabel('Or a file').setInputFiles(path)
    await eventually(() => page.locator('.paper').count()).toBe(2)
    const [first] = await page.locator('[data-paper]').evaluateAll(rows => rows.map(row => row.dataset.paper))
    await page.locator('.paper').first().getByRole('button', { name: 'Saved' }).click()
    await page.reload()
    await eventually(() => page.locator('.paper').count()).toBe(1)
    await page.getByLabel(/Add papers/).fill(`See arXiv:${first}v2, and 1234.5 is none.`)
    await page.getByRole('button', { name: 'Add' }).click()
    await eventually(() => page.locator('.paper').count()).toBe(2)
  })

  test('the page of new papers is shown after ten seconds if what is followed does not come', async () => {
    await page.clock.install()
    await page.route(/new\?/, () => undefined)
    const asked = page.waitForRequest(/new\?/)
    await page.goto(`${server.url}/new`)
    await asked
    expect(await page.locator('main').isVisible()).toBe(false)
    await page.clock.fastForward(10_000)
    await page.locator('main').waitFor()
  })

  test('what is followed is on the page of new papers', async () => {
    await page.locator('.keyword').first().click()
    await page.waitForURL(/\/keywords\//)
    const name = await page.locator('h1').innerText()
    await page.getByRole('button', { name: 'Follow' }).click()
    await page.goto(`${server.url}/new`)
    await page.getByRole('heading', { name: /On keywords you follow/ }).waitFor()
    expect(await page.locator('.group').first().innerText()).toContain(name.replace('#', ''))
  })

  test('the search box suggests while somebody types, and is left by keys', async () => {
    const title = await page.locator('.title').first().innerText()
    const before = await page.locator('.top').boundingBox()
    await page.keyboard.press('/')
    await page.keyboard.type(title.slice(0, 16))
    await page.getByRole('option').first().waitFor()
    // The list covers the page, and moves none of it.
    expect(await page.locator('.top').boundingBox()).toEqual(before)
    await page.keyboard.press('Escape')
    expect(await page.locator('.suggestions').isVisible()).toBe(false)
    await page.keyboard.type(title.charAt(16))
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('ArrowDown')
    const chosen = await page.locator('[role=option][aria-selected=true]').getAttribute('data-href')
    await page.keyboard.press('Enter')
    await page.waitForURL(`${server.url}${chosen}`)
  })

  test.each([
    ['before any came', '', 'Sample p'],
    ['while some are shown', 'Sample', ' p'],
  ])('Escape ends suggestions %s', async (_, shown, typed) => {
    const [answered, escaped] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    await page.route(/suggest\?q=Sample%20p/, async route => {
      const response = await route.fetch()
      answered.resolve()
      await escaped.promise
      await route.fulfill({ response })
    })
    await page.keyboard.press('/')
    await page.keyboard.insertText(shown)
    if (shown) await page.getByRole('option').first().waitFor()
    await page.keyboard.insertText(typed)
    await answered.promise
    await page.keyboard.press('Escape')
    await page.evaluate(watchSuggestions)
    escaped.resolve()
    await page.unrouteAll({ behavior: 'wait' })
    await page.evaluate('fetch("/suggest?q=later").then(response => response.json())')
    expect(await page.evaluate('window.wasShown')).toBe(false)
  })

  test('text that is typed before the island loads gets suggestions', async () => {
    const { promise: typed, resolve } = Promise.withResolvers<void>()
    await page.route(/suggest-.*\.js/, async route => {
      await typed
      await route.continue()
    })
    await page.keyboard.press('/')
    await page.keyboard.type('Sample paper')
    expect(await page.locator('.suggestions').count()).toBe(0)
    resolve()
    await page.getByRole('option').first().waitFor()
  })

  test('a theme that was chosen stays, from page to page', async () => {
    await page.keyboard.press('t')
    await page.keyboard.press('t')
    await page.goto(`${server.url}/about`)
    expect(await page.evaluate('document.documentElement.dataset.theme')).toBe('dark')
    expect(await page.getByRole('button', { name: 'Theme: dark' }).count()).toBe(1)
  })

  test('h and l lead to the days before and after, and ? says so', async () => {
    await page.keyboard.press('h')
    await page.waitForURL(/\/days\/2026-05-28/)
    await page.keyboard.press('l')
    await page.waitForURL(/\/days\/2026-05-29/)
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keys' }).waitFor()
    await page.keyboard.press('Escape')
    await eventually(() => page.getByRole('dialog').count()).toBe(0)
  })
})
