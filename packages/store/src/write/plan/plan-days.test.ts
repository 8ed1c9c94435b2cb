import { expect, test } from 'vitest'
import { type DayItem, type DayRecord, dayRecordOf } from '../../items/day-item.ts'
import { type NewReading, planDays, settles } from './plan-days.ts'
import type { PaperPlan } from './plan-papers.ts'

const DAY = '2024-05-06'
const at = (hour: number) => `2024-05-06T${String(hour).padStart(2, '0')}:00:00.000Z`

/** A paper of the day that a reading at `hour` changed last. */
const paper = (id: string, hour: number, upvotes = 1): PaperPlan => ({
  id,
  existed: false,
  firstDay: DAY,
  at: new Map([[DAY, at(hour)]]),
  rows: [],
  paper: [],
  before: new Map(),
  after: new Map(),
  ranks: new Map([[DAY, { id, upvotes, publishedAt: at(0), before: null, after: null }]]),
})

/** A reading at `hour` that shows `ids`; `next` is the hour of the first reading known after it. */
const reading = (hour: number, ids: string, next: number | null = null): NewReading => ({
  hash: `of ${hour}`,
  ids: new Set(ids),
  readAt: at(hour),
  newestReadAt: at(next ?? hour),
  nextReadAt: next === null ? null : at(next),
})

/** The day's record after a reading with new `papers`; undefined when nothing is written. */
function planned(known: DayRecord | null, papers: PaperPlan[], newest: NewReading): DayRecord | undefined {
  const records = new Map(known ? [[DAY, known]] : [])
  const [plan] = planDays(records, papers, new Map([[DAY, newest]]))
  const write = plan?.writes[0]
  return write && 'put' in write ? dayRecordOf(write.put as DayItem) : undefined
}
const first = () => planned(null, [paper('a', 5), paper('b', 5)], reading(5, 'ab')) as DayRecord
const goneSince = (record: DayRecord | undefined) => record && Object.fromEntries(record.gone)

test.each([
  ['before the day ends', '2024-05-01T00:00:00.000Z', '2024-05-06T23:59:59.999Z', false],
  ['as it ends', '2024-05-06T12:00:00.000Z', '2024-05-07T00:00:00.000Z', true],
  ['six hours after its last paper', '2024-05-06T20:00:00.000Z', '2024-05-07T02:00:00.000Z', true],
  ['just before that', '2024-05-06T20:00:00.000Z', '2024-05-07T01:59:59.999Z', false],
  ['90 days after its end', '2024-08-05T00:00:00.000Z', '2024-08-05T00:00:00.000Z', true],
  [
    'just before that, with a paper of the same minute',
    '2024-08-04T23:59:00.000Z',
    '2024-08-04T23:59:59.999Z',
    false,
  ],
])(
  'a day whose last paper came at a time and that is read %s settles or not',
  (_, filledAt, readAt, isSettled) => {
    expect(settles(DAY, filledAt, readAt)).toBe(isSettled)
  },
)

test('the newest reading says what is gone, keeps since when, and takes back what it shows again', () => {
  const without = planned(first(), [], reading(7, 'a'))
  expect(goneSince(without)).toEqual({ b: at(7) })
  const still = planned(without ?? null, [paper('a', 8, 2)], reading(8, 'a'))
  expect(goneSince(still)).toEqual({ b: at(7) })
  expect(goneSince(planned(still ?? null, [], reading(9, 'ab')))).toEqual({})
})

test('a paper that only an older reading has is gone since the reading after that', () => {
  const record = planned(first(), [paper('c', 3)], reading(3, 'abc', 5))
  expect(goneSince(record)).toEqual({ c: at(5) })
  expect(record).toMatchObject({ hash: 'of 5', readAt: at(5), filledAt: at(5) })
})

test.each([
  ['that has it after it was thought gone', reading(8, 'ab', 9), at(9)],
  ['that has it before', reading(5, 'ab', 6), at(7)],
  ['that lacks it too, just before', reading(6, 'a', 7), at(6)],
  ['that lacks it too, with a reading between that has it', reading(5, 'a', 6), at(7)],
  ['that lacks it too, later', reading(8, 'a', 9), at(7)],
])('an older reading %s moves the time since when a paper is gone, or does not', (_, older, since) => {
  const without = planned(first(), [], reading(7, 'a')) ?? null
  const record = planned(without, [paper('z', 1)], older)
  expect(goneSince(record)).toMatchObject({ b: since })
})

test('an older reading that changes nothing writes nothing, and the newest is recorded', () => {
  const known = first()
  expect(planned(known, [], reading(4, 'ab', 5))).toBeUndefined()
  expect(planned(known, [paper('a', 5), paper('b', 5)], reading(4, 'ab', 5))).toBeUndefined()
  expect(planned(known, [], reading(6, 'ab'))).toMatchObject({ hash: 'of 6', readAt: at(6), filledAt: at(5) })
  const without = planned(known, [], reading(7, '')) as DayRecord
  expect(planned(without, [], reading(6, '', 7))).toMatchObject({
    gone: new Map([
      ['a', at(6)],
      ['b', at(6)],
    ]),
  })
  expect(planned(without, [], reading(8, '', 9))).toBeUndefined()
  expect(goneSince(planned(without, [], reading(8, 'ab', 9)))).toEqual({ a: at(9), b: at(9) })
})

test('a day that only an older reading has is in doubt until the newest is known', () => {
  expect(planned(null, [paper('a', 5)], reading(5, 'a', 7))).toMatchObject({ hash: '', filledAt: at(5) })
})

test('days come in their order, each with its own papers, and say whether they existed', () => {
  const other = {
    ...paper('c', 5),
    ranks: new Map([['2024-05-05', paper('c', 5).ranks.get(DAY)]]),
  } as PaperPlan
  const plans = planDays(new Map([[DAY, first()]]), [paper('d', 6), other], new Map())
  expect(plans.map(({ day, existed }) => [day, existed])).toEqual([
    ['2024-05-05', false],
    [DAY, true],
  ])
  const [before, after] = plans.map(
    ({ writes: [write] }) => write && 'put' in write && dayRecordOf(write.put as DayItem),
  )
  expect(before).toMatchObject({ ranks: [{ id: 'c' }], settled: false, hash: '' })
  expect(after).toMatchObject({ ranks: [{ id: 'd' }, { id: 'b' }, { id: 'a' }] })
})

test('a day is filled when it gains a paper, and its record is as new as its newest reading', () => {
  const known = first()
  expect(known).toMatchObject({ readAt: at(5), filledAt: at(5), settled: false })
  expect(planned(known, [paper('a', 6, 9)], reading(6, 'ab'))).toMatchObject({
    readAt: at(6),
    filledAt: at(5),
  })
  expect(planned(known, [paper('c', 6)], reading(6, 'abc'))).toMatchObject({ readAt: at(6), filledAt: at(6) })
})

test('without a reading, a paper that moved keeps the time of the day, and a new one brings its own', () => {
  const known = { ...first(), settled: true }
  const plan = (...papers: PaperPlan[]) => {
    const write = planDays(new Map([[DAY, known]]), papers, new Map())[0]?.writes[0]
    return write && 'put' in write ? dayRecordOf(write.put as DayItem) : undefined
  }
  expect(plan(paper('a', 9, 9))).toMatchObject({
    readAt: at(5),
    filledAt: at(5),
    settled: true,
    hash: 'of 5',
  })
  expect(plan(paper('c', 9), paper('d', 8))).toMatchObject({ readAt: at(9), filledAt: at(9), settled: false })
})

test('a day without papers is no day', () => {
  expect(planDays(new Map(), [], new Map([[DAY, reading(5, '')]]))).toEqual([])
})
