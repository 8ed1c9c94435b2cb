import type { Browser } from 'playwright-core'
import { median } from '../numbers.ts'
import type { Progress, Row } from '../report.ts'

/** What the browser measured of one load. */
interface Load {
  lcp: number
  cls: number
  /** The largest element. */
  element: string
}

const slow = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 }

/** A new context is busy with itself for a while. */
const SETTLE_MS = 1_000
/** After this nothing larger is painted. */
const AFTER_MS = 700

async function load(browser: Browser, url: string, isSlow: boolean, width: number): Promise<Load> {
  const context = await browser.newContext({ viewport: { width, height: 800 } })
  const page = await context.newPage()
  if (isSlow) {
    const devtools = await context.newCDPSession(page)
    await devtools.send('Network.emulateNetworkConditions', slow)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  }
  await page.addInitScript(`
    self.measured = { lcp: 0, cls: 0, element: '' }
    new PerformanceObserver(list => {
      for (const { startTime, element } of list.getEntries())
        Object.assign(self.measured, { lcp: startTime, element: element?.localName + '.' + element?.className })
    }).observe({ type: 'largest-contentful-paint', buffered: true })
    new PerformanceObserver(list => { for (const { value } of list.getEntries()) self.measured.cls += value })
      .observe({ type: 'layout-shift', buffered: true })`)
  await page.waitForTimeout(SETTLE_MS)
  await page.goto(url, { waitUntil: 'load' })
  const measured = () => page.evaluate('self.measured') as Promise<Load>
  while ((await measured()).lcp === 0) await page.waitForTimeout(100)
  await page.waitForTimeout(AFTER_MS)
  const last = await measured()
  await context.close()
  return last
}

const lines = [
  { line: 'unthrottled', isSlow: false, limit: 350 },
  { line: '1.6 Mbit/s, 150 ms, CPU × 4', isSlow: true, limit: 1_000 },
]

/** How soon a day stands, on a fast line and on a slow one, beside its text alone. */
export async function loadTimes(
  browser: Browser,
  url: string,
  rounds: number,
  progress: Progress,
): Promise<Row[]> {
  const rows: Row[] = []
  for (const width of [1280, 390]) {
    for (const { line, isSlow, limit } of lines) {
      const loads: Load[] = []
      const texts: Load[] = []
      for (let round = 0; round <= rounds; round++) {
        progress(`${width} px, ${line}, round ${round} of ${rounds}`)
        const day = await load(browser, `${url}/`, isSlow, width)
        const text = await load(browser, `${url}/text`, isSlow, width)
        if (round > 0) loads.push(day) && texts.push(text)
      }
      const lcpOf = (all: readonly Load[]) => median(all.map(({ lcp }) => lcp))
      rows.push({
        'a day': `${width} px, ${line}`,
        'LCP, ms': lcpOf(loads),
        limit,
        'its text alone': lcpOf(texts),
        ratio: lcpOf(loads) / lcpOf(texts),
        largest: loads[0]?.element ?? '',
        CLS: Math.max(...loads.map(({ cls }) => cls)),
        'limit of CLS': '0.02',
      })
    }
  }
  return rows
}
