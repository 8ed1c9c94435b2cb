import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DayReading } from '../../items/reading.ts'
import { startEngine, type TestEngine } from '../../testing/engine.ts'
import { at, ID, permutationsOf, read, storeAfter } from '../../testing/orders.ts'

let engine: TestEngine
beforeAll(async () => {
  engine = await startEngine()
})
afterAll(() => engine.close())

const NEXT = '2024-05-07'

/** The history of our paper after runs in this order. */
async function historyAfter(readings: readonly DayReading[]): Promise<[string, number | null][]> {
  const [history = []] = await (await storeAfter(engine, readings)).histories([ID])
  return history.map(point => [point.at, point.upvotes])
}

it.each<[string, DayReading[], [string, number][]]>([
  [
    'moved twice',
    [read(9, 1), read(10, 2), read(11, 3)],
    [
      [at(9), 1],
      [at(10), 2],
      [at(11), 3],
    ],
  ],
  [
    'moved and came back',
    [read(9, 1), read(10, 2), read(11, 1)],
    [
      [at(9), 1],
      [at(10), 2],
      [at(11), 1],
    ],
  ],
  ['never moved', [read(9, 1), read(10, 1), read(11, 1)], [[at(9), 1]]],
])('a counter that %s has one history, in whatever order the runs come', async (_, readings, history) => {
  for (const order of permutationsOf(readings)) expect(await historyAfter(order)).toEqual(history)
})

it('a later reading that lacks the paper ends no value', async () => {
  const lacks = read(11, null)
  const history = [
    [at(9), 1],
    [at(10), 2],
  ]
  expect(await historyAfter([read(9, 1), read(10, 2), lacks])).toEqual(history)
  expect(await historyAfter([read(9, 1), lacks, read(10, 2)])).toEqual(history)
  const [early, late] = [read(9, 1), read(11, 1)]
  const all = [...history, [at(11), 1]]
  for (const order of permutationsOf([early, read(10, 2), late, read(13, null)]))
    expect(await historyAfter(order), JSON.stringify(order.map(({ readAt }) => readAt))).toEqual(all)
})

it('only the latest day of a paper adds points', async () => {
  const [first, later, again] = [read(9, 1), read(9, 2, NEXT), { ...read(12, 7), readAt: at(12, NEXT) }]
  expect(await historyAfter([first, later, again])).toEqual([
    [at(9), 1],
    [at(9, NEXT), 2],
  ])
})
