/**
 * Weeks of the digest in minutes, held against what it promises:
 *
 *   node test/long/digest/simulate.ts [--subscriptions 1000] [--days 60] [--kills 50] [--seed 1] [--hub URL]
 *
 * Without `--hub` the feed is made up. With it the whole system runs: each simulated day is read from that stand-in for the
 * Hub, whose clock `PUT /__replay/now` moves, and the digest asks the API by HTTP.
 */
import { parseArgs } from 'node:util'
import { chanceFrom, oneOf } from '@daily-papers/digest/testing/chance.ts'
import { makeFeed } from '@daily-papers/digest/testing/feed.ts'
import { judge } from '@daily-papers/digest/testing/judge.ts'
import { memoryTable } from '@daily-papers/digest/testing/memory-table.ts'
import { simulate } from '@daily-papers/digest/testing/simulation.ts'
import { startGraph } from './graph.ts'

const { values } = parseArgs({
  options: {
    subscriptions: { type: 'string', default: '1000' },
    days: { type: 'string', default: '60' },
    kills: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
    hub: { type: 'string' },
  },
})
const [subscriptions, days, kills, seed] = [values.subscriptions, values.days, values.kills, values.seed].map(
  Number,
) as [number, number, number, number]
/** Clocks change in it: in America on 8 March, in Europe on the 29th, in Australia and Chile on 5 April. */
const FROM = '2026-03-01'
const clock = { now: Date.parse(`${FROM}T00:05:00Z`) }
const began = performance.now()

/** Fields that a filter may have: each is there by chance. */
function filterOf(chance: () => number) {
  const fields = [
    { keywords: [oneOf(chance, ['agents', 'video', 'reasoning', 'reinforcement learning'])] },
    { minUpvotes: Math.floor(chance() * 60) },
    { hasCode: chance() < 0.7 },
  ]
  return Object.assign({}, ...fields.filter(() => chance() < 0.5))
}

const world = values.hub
  ? await startGraph(values.hub, clock)
  : {
      ...makeFeed({ from: '2026-02-01', days: days + 40, aDay: 20, seed, now: () => clock.now }),
      beforeHour: async () => {},
      close: async () => {},
    }
try {
  const simulated = await simulate({
    table: memoryTable(),
    ask: world.ask,
    clock,
    subscriptions,
    days,
    kills,
    seed: chanceFrom(seed)() * 2 ** 31,
    filterOf,
    beforeHour: world.beforeHour,
    progress: day => process.stderr.write(`day ${day} of ${days}\r`),
  })
  const { mails, papers, repeated, wrong } = judge(simulated, clock.now)
  const left = simulated.subscribers.filter(({ leftAt }) => leftAt !== null).length
  for (const sentence of wrong.slice(0, 20)) process.stdout.write(`WRONG ${sentence}\n`)
  process.stdout.write(
    [
      `${simulated.subscribers.length} subscriptions over ${days} days, ${left} of them ended`,
      `${mails} mails with ${papers} papers, each paper in one mail of its subscription`,
      `${simulated.kills} kills, ${simulated.throttled} times throttled, ${simulated.unclear} answers of SES and ${simulated.unanswered} of the API lost`,
      `${repeated} mails sent twice because a sender died, or heard nothing, between sending and marking`,
      `${wrong.length} promises broken, in ${((performance.now() - began) / 1_000).toFixed(0)} s`,
    ].join('\n') + '\n',
  )
  process.exitCode = wrong.length ? 1 : 0
} finally {
  await world.close()
}
