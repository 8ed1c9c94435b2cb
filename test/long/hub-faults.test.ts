import type { Absence, Feed, Reading } from '@daily-papers/ingest/feed.ts'
import type { HubOptions } from '@daily-papers/ingest/hub-client.ts'
import { hubFeed } from '@daily-papers/ingest/hub-feed.ts'
import { createLog } from '@daily-papers/ingest/log.ts'
import { addDays, dayOf, daysFrom, isWeekend } from '@daily-papers/papers/days.ts'
import type { Instant } from '@daily-papers/papers/paper.ts'
import { describe, expect, onTestFinished, test } from 'vitest'
import { corpora } from '../days/corpora.ts'
import { type HubEntry, idsOn } from '../days/corpus.ts'
import type { FaultRule } from '../days/hub/faults.ts'
import { type HubOptions as Served, startHub } from '../days/hub/hub.ts'

/** In an order of their own: the Hub's follows the votes. Null for a day that it does not have. */
const idsIn = (reading: Reading | Absence): string[] | null =>
  'absent' in reading ? null : (reading.entries as HubEntry[]).map(({ paper }) => paper.id).sort()

/** A feed whose waits pass at once: they move its clock, and `pass` may move the Hub's too. */
function impatientFeed(now: Instant, options: HubOptions, pass: (now: Instant) => void = () => {}) {
  let at = Date.parse(now)
  const repeats: string[] = []
  const feed = hubFeed({
    now: () => at,
    random: () => 1,
    sleep: async ms => {
      at += ms
      pass(new Date(at).toISOString())
    },
    log: createLog({ write: line => repeats.push(line) }),
    ...options,
  })
  return { feed, repeats }
}

const faults: FaultRule[] = [
  { kind: 'status', status: 503 },
  { kind: 'status', status: 429, retryAfter: 3 },
  { kind: 'hang' },
  { kind: 'reset' },
  { kind: 'truncate' },
  { kind: 'html' },
  { kind: 'errorObject' },
].map(fault => ({ p: 0.2, ...fault }) as FaultRule)

describe.each(corpora)('the Hub with $name days', corpus => {
  const { days, now } = corpus

  async function start(options: Partial<Served> = {}) {
    const hub = await startHub(corpus, { now, ...options })
    onTestFinished(hub.close)
    return hub
  }

  async function expectWhole(feed: Feed, count: number) {
    for (const day of days.slice(-count)) expect(idsIn(await feed.read(day))).toEqual(idsOn(corpus, day))
  }

  test.each(faults.map(rule => [rule.kind, rule] as const))(
    'is read whole while a fifth of its answers are faults: %s',
    async (kind, rule) => {
      const { url } = await start({ faults: [rule] })
      const requestTimeoutMs = kind === 'hang' ? 300 : 20_000
      const { feed, repeats } = impatientFeed(now, { baseUrl: url, requestTimeoutMs })
      await expectWhole(feed, 30)
      expect(repeats.length).toBeGreaterThan(0)
    },
  )

  test('is read whole with all faults together, given enough retries', async () => {
    const { url } = await start({ faults })
    const { feed } = impatientFeed(now, { baseUrl: url, requestTimeoutMs: 300, retries: 50 })
    await expectWhole(feed, 20)
  })

  test('never has to refuse a reader that heeds its limit', async () => {
    const hub = await start({ quota: 15 })
    const { feed, repeats } = impatientFeed(now, { baseUrl: hub.url }, hub.setNow)
    await expectWhole(feed, 50)
    expect(repeats).toEqual([])
  })

  test('has nothing on a weekend, and refuses the future without retries', async () => {
    const { feed, repeats } = impatientFeed(now, { baseUrl: (await start()).url })
    const weekend = daysFrom(days.at(-10) ?? '', dayOf(now)).find(isWeekend) ?? ''
    expect(idsIn(await feed.read(weekend))).toEqual([])
    await expect(feed.read(addDays(dayOf(now), 2))).rejects.toThrow(
      '400 application/json: {"error":"date: must be less than',
    )
    expect(repeats).toEqual([])
  })
})
