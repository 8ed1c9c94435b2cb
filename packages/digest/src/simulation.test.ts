import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Filter } from './subscriptions/subscription.ts'
import { oneOf } from './testing/chance.ts'
import { startEngine } from './testing/engine.ts'
import { makeFeed } from './testing/feed.ts'
import { judge } from './testing/judge.ts'
import { memoryTable } from './testing/memory-table.ts'
import { simulate } from './testing/simulation.ts'

let engine: Awaited<ReturnType<typeof startEngine>>
beforeAll(async () => {
  engine = await startEngine()
})
afterAll(() => engine.close())

it.each([
  ['an engine', () => engine.table(), 12],
  ['the table in memory of the long simulation', memoryTable, 60],
])(
  'each paper that matched is in exactly one mail, over changes of the clock, kills and faults of SES (%s)',
  async (_, makeTable, subscriptions) => {
    // New York changes its clocks on 8 March.
    const from = '2026-03-06'
    const clock = { now: Date.parse(`${from}T00:05:00Z`) }
    const feed = makeFeed({ from: '2026-02-10', days: 40, aDay: 6, seed: 7, now: () => clock.now })
    const simulated = await simulate({
      table: await makeTable(),
      ask: feed.ask,
      clock,
      subscriptions,
      days: 6,
      kills: 10,
      seed: 1,
      filterOf: chance =>
        oneOf<Filter>(chance, [
          {},
          { keywords: ['agents'] },
          { minUpvotes: 20 },
          { hasCode: true, minUpvotes: 5 },
        ]),
    })
    const judgement = judge(simulated, clock.now)
    expect(judgement.wrong).toEqual([])
    expect(judgement.mails).toBeGreaterThan(25)
    expect(simulated.kills).toBeGreaterThan(2)
    expect(simulated.throttled).toBeGreaterThan(0)
    expect(judgement.repeated).toBeLessThanOrEqual(simulated.kills + simulated.unclear)
  },
  60_000,
)
