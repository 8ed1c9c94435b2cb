import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const executablePath = '/usr/bin/chromium'

export const hasChromium: boolean = existsSync(executablePath)
/** What a title says of tests that are skipped without it. */
export const needsChromium = 'in the Chromium of Debian at /usr/bin/chromium'

// A browser left to itself asks its maker for updates; here no name but loopback's resolves.
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
]

export const startChromium = (path = executablePath): Promise<Browser> =>
  chromium.launch({ executablePath: path, args, headless: true })
