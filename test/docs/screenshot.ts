/** `node test/docs/screenshot.ts`: makes the README's picture of the first page, over the built-in sample. */
import { fileURLToPath } from 'node:url'
import { startChromium } from '../long/clients/chromium.ts'
import { startSampleServer } from '../servers/sample-server.ts'

/** In place of the sample's pictures, which are on a host that does not exist. */
const picture = (seed: number) => {
  const hue = (seed * 47) % 360
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 90"><rect width="160" height="90" fill="hsl(${hue} 30% 92%)"/>
<path d="M12 16h${60 + (seed % 5) * 12}M12 28h120M12 36h96" stroke="hsl(${hue} 25% 55%)" stroke-width="4"/>
<rect x="12" y="50" width="60" height="30" fill="hsl(${hue} 40% 75%)"/><rect x="84" y="50" width="64" height="30" fill="hsl(${(hue + 90) % 360} 40% 80%)"/></svg>`
}

const file = fileURLToPath(new URL('../../docs/reader.png', import.meta.url))
const [server, browser] = await Promise.all([startSampleServer(), startChromium()])
try {
  const page = await browser.newPage({ viewport: { width: 1120, height: 760 } })
  let seed = 0
  await page.route('https://sample.example/**', route =>
    route.fulfill({ contentType: 'image/svg+xml', body: picture(seed++) }),
  )
  await page.goto(server.url, { waitUntil: 'networkidle' })
  await page.screenshot({ path: file })
} finally {
  await Promise.all([browser.close(), server.close()])
}
