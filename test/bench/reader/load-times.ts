import type { Browser } from 'playwright-core'
import { median } from '../numbers.ts'
import type { Progress, Row } from '../report.ts'

/** What the browser measured of one load. */
interface Load {
  lcp: number
  cls: number
}

const slow = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 }

async function load(browser: Browser, url: string, isSlow: boolean, width: number): Promise<Load> {
  const context = await browser.newContext({ viewport: { width, height: 800 } })
  const page = await context.newPage()
  if (isSlow) {
    const devtools = await context.newCDPSession(page)
    await devtools.send('Network.emulateNetworkConditions', slow)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  }
  await page.addInitScript(`
    self.measured = { lcp: 0, cls: 0 }
    new PerformanceObserver(list => { for (const { startTime } of list.getEntries()) self.measured.lcp = startTime })
      .observe({ type: 'largest-contentful-paint', buffered: true })
    new PerformanceObserver(list => { for (const { value } of list.getEntries()) self.measured.cls += value })
      .observe({ type: 'layout-shift', buffered: true })`)
  await page.goto(url, { waitUntil: 'load' })
  await page.waitForTimeout(500)
  const measured = (await page.evaluate('self.measured')) as Load
  await context.close()
  return measured
}

/** How soon a day stands, on a fast line and on a slow one. */
export async function loadTimes(
  browser: Browser,
  url: string,
  rounds: number,
  progress: Progress,
): Promise<Row[]> {
  const rows: Row[] = []
  for (const width of [1280, 390]) {
    for (const isSlow of [false, true]) {
      const loads: Load[] = []
      for (let round = 0; round <= rounds; round++) {
        progress(`${width} px, ${isSlow ? 'slow' : 'fast'}, round ${round} of ${rounds}`)
        const one = await load(browser, url, isSlow, width)
        if (round > 0) loads.push(one)
      }
      rows.push({
        'a day': `${width} px, ${isSlow ? '1.6 Mbit/s, 150 ms, CPU × 4' : 'unthrottled'}`,
        'LCP, ms': median(loads.map(({ lcp }) => lcp)),
        bar: isSlow ? 1_000 : 350,
        CLS: Math.max(...loads.map(({ cls }) => cls)),
        'bar of CLS': '0.02',
      })
    }
  }
  return rows
}
