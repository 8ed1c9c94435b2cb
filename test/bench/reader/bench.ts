import { existsSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { startChromium } from '../../long/clients/chromium.ts'
import { startSampleServer } from '../../servers/sample-server.ts'
import { median } from '../numbers.ts'
import type { Bench, Row } from '../report.ts'
import { loadTimes } from './load-times.ts'
import { startLocalSite } from './local-site.ts'

/** A day as busy as the feed's. */
const PAPERS = 45

/** Debian's Chromium without windows. The other one paints the frame of a window in the same processors' time. */
const shell = '/usr/bin/chromium-headless-shell'
const windowless = existsSync(shell) ? shell : undefined

async function bytesOf(url: string): Promise<number> {
  const response = await fetch(url, { headers: { accept: 'text/html', 'accept-encoding': 'gzip' } })
  return gzipSync(await response.text(), { level: 6 }).length
}

async function sizes(url: string): Promise<Row[]> {
  const html = await (await fetch(url, { headers: { accept: 'text/html' } })).text()
  const asset = (pattern: RegExp) => `${url}/assets/${pattern.exec(html)?.[1]}`
  return [
    { 'gzip, KB': 'HTML of a day', is: (await bytesOf(url)) / 1_000, limit: 20 },
    { 'gzip, KB': 'script', is: (await bytesOf(asset(/assets\/(page-\w+\.js)/))) / 1_000, limit: 15 },
    { 'gzip, KB': 'stylesheet', is: (await bytesOf(asset(/assets\/(reader-\w+\.css)/))) / 1_000, limit: 8 },
  ]
}

/** A page and its query in turns, in the same process. */
async function serverTimes(url: string, rounds: number): Promise<Row[]> {
  const html = await (await fetch(url, { headers: { accept: 'text/html' } })).text()
  const graphql = /href="(\/graphql\?[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const time = async (address: string, accept: string) => {
    const started = performance.now()
    const response = await fetch(url + address, { headers: { accept } })
    await response.arrayBuffer()
    return performance.now() - started
  }
  const times = { page: [] as number[], query: [] as number[] }
  for (let round = 0; round < rounds + 5; round++) {
    const [query, page] = [await time(graphql, 'application/json'), await time('/', 'text/html')]
    if (round >= 5) times.query.push(query) && times.page.push(page)
  }
  const [page, query] = [median(times.page), median(times.query)]
  return [{ 'server, ms': 'a day', page, 'its query': query, ratio: page / query, limit: 2 }]
}

export const benchReader: Bench = async ({ quick, progress }) => {
  const server = await startSampleServer({ papersPerDay: PAPERS })
  let browser: Browser | undefined
  const site = await startLocalSite(server.url)
  try {
    progress('sizes and server')
    const small = await sizes(site.url)
    const served = await serverTimes(server.url, quick ? 5 : 40)
    browser = await startChromium(windowless)
    const rows = await loadTimes(browser, site.url, quick ? 1 : 5, progress)
    return [
      { title: `Sizes, with ${PAPERS} papers a day`, rows: small },
      { title: 'Time of the server', rows: served },
      { title: `In Chromium${windowless ? ' without windows' : ''}, medians of five`, rows },
    ]
  } finally {
    site.close()
    await Promise.all([browser?.close(), server.close()])
  }
}
