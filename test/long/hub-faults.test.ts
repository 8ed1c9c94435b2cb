import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import type { Absence, Reading } from '@daily-papers/ingest/feed.ts'
import { type HubOptions, hubFeed } from '@daily-papers/ingest/hub-feed.ts'
import { createLog } from '@daily-papers/ingest/log.ts'
import { describe, expect, onTestFinished, test } from 'vitest'

const hub = fileURLToPath(new URL('../../../shared/hub', import.meta.url))
const NOW = '2026-05-30T00:00:00Z'

/** In an order of their own: the Hub's follows the votes. */
const idsOf = (entries: readonly unknown[]) =>
  (entries as { paper: { id: string } }[]).map(({ paper }) => paper.id).sort()

const idsRead = (reading: Reading | Absence) => ('absent' in reading ? null : idsOf(reading.entries))

const recordedDays = (count: number) =>
  readdirSync(`${hub}/days`)
    .sort()
    .slice(-count)
    .map(name => ({
      day: name.slice(0, 10),
      ids: idsOf(JSON.parse(gunzipSync(readFileSync(`${hub}/days/${name}`)).toString())),
    }))

/** The stand-in for the Hub in a process of its own. */
async function startHub(...args: string[]): Promise<string> {
  const child = spawn(process.execPath, [`${hub}/replay.mjs`, '--now', NOW, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill())
  const [line]: string[] = await once(createInterface(child.stdout), 'line')
  return /http:\S+/.exec(line ?? '')?.[0] ?? ''
}

/** A feed whose waits pass at once: they move its clock, and `pass` may move the Hub's too. */
function impatientFeed(options: HubOptions, pass: (now: string) => Promise<unknown> = async () => {}) {
  let at = Date.parse(NOW)
  const repeats: string[] = []
  const feed = hubFeed({
    now: () => at,
    random: () => 1,
    sleep: async ms => {
      at += ms
      await pass(new Date(at).toISOString())
    },
    log: createLog({ write: line => repeats.push(line) }),
    ...options,
  })
  return { feed, repeats }
}

describe.skipIf(!existsSync(hub))('against the stand-in for the Hub', () => {
  const faults = [
    { kind: 'status', status: 503 },
    { kind: 'status', status: 429, retryAfter: 3 },
    { kind: 'hang' },
    { kind: 'reset' },
    { kind: 'truncate' },
    { kind: 'html' },
    { kind: 'errorObject' },
  ].map(rule => ({ p: 0.2, ...rule }))

  test.each(faults.map(rule => [rule.kind, rule] as const))(
    'every day is read whole while a fifth of the answers are faults: %s',
    async (_, rule) => {
      const baseUrl = await startHub('--quota', '0', '--faults', JSON.stringify({ rules: [rule] }))
      const { feed, repeats } = impatientFeed({
        baseUrl,
        requestTimeoutMs: rule.kind === 'hang' ? 300 : 20_000,
      })
      for (const { day, ids } of recordedDays(30)) expect(idsRead(await feed.read(day))).toEqual(ids)
      expect(repeats.length).toBeGreaterThan(0)
    },
  )

  test('every day is read whole when all faults come together, given the patience', async () => {
    const baseUrl = await startHub('--quota', '0', '--faults', JSON.stringify({ rules: faults }))
    const { feed } = impatientFeed({ baseUrl, requestTimeoutMs: 300, retries: 50 })
    for (const { day, ids } of recordedDays(20)) expect(idsRead(await feed.read(day))).toEqual(ids)
  })

  test('a small limit is never overstepped', async () => {
    const baseUrl = await startHub('--quota', '15')
    const moveClock = (now: string) => fetch(`${baseUrl}/__replay/now`, { method: 'PUT', body: now })
    const { feed, repeats } = impatientFeed({ baseUrl }, moveClock)
    for (const { day, ids } of recordedDays(50)) expect(idsRead(await feed.read(day))).toEqual(ids)
    expect(repeats).toEqual([])
  })

  test('a weekend is empty, and the future is refused without repeating', async () => {
    const { feed, repeats } = impatientFeed({ baseUrl: await startHub() })
    expect(await feed.read('2026-05-24')).toMatchObject({ entries: [] })
    await expect(feed.read('2026-06-01')).rejects.toThrow(
      '400 application/json: {"error":"date: must be less than',
    )
    expect(repeats).toEqual([])
  })
})
