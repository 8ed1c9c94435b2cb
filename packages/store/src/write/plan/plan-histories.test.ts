import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Point } from '../../history.ts'
import type { DayReading } from '../../items/reading.ts'
import { createQuestions } from '../../read/create-questions.ts'
import { startEngine, type TestEngine } from '../../testing/engine.ts'
import { readEntry, reading, runOf } from '../../testing/readings.ts'
import { createWriter } from '../writer.ts'

let engine: TestEngine
beforeAll(async () => {
  engine = await startEngine()
})
afterAll(() => engine.close())

const ID = '2405.00001'
const [day, next] = ['2024-05-06', '2024-05-07']
const at = (hour: number, on = day) => `${on}T${String(hour).padStart(2, '0')}:00:00.000Z`
/** A reading of a day with another paper, and with ours if it has so many upvotes. */
const read = (hour: number, upvotes: number | null, on = day): DayReading =>
  reading(
    on,
    at(hour, on),
    readEntry('2405.00002', on),
    ...(upvotes === null ? [] : [readEntry(ID, on, { counters: { upvotes } })]),
  )

/** The history of our paper after runs that read a day each, in this order. */
async function historyAfter(readings: readonly DayReading[]): Promise<[string, number | null][]> {
  const { client, name } = await engine.table()
  const writer = createWriter(client, name, { owner: 'test' })
  for (const each of readings) {
    await writer.putDays([each])
    await writer.putRun(runOf(each))
  }
  const [history = []]: Point[][] = await createQuestions(client, name).histories([ID])
  return history.map(point => [point.at, point.upvotes])
}

function permutationsOf<T>(values: readonly T[]): T[][] {
  if (values.length < 2) return [[...values]]
  return values.flatMap((value, i) => permutationsOf(values.toSpliced(i, 1)).map(rest => [value, ...rest]))
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
  const [first, later, again] = [read(9, 1), read(9, 2, next), { ...read(12, 7), readAt: at(12, next) }]
  expect(await historyAfter([first, later, again])).toEqual([
    [at(9), 1],
    [at(9, next), 2],
  ])
})
