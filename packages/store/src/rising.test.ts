import type { Counters } from '@daily-papers/papers/paper.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Point, withPoint } from './history.ts'
import { recentIn, risingItem } from './items/rising-item.ts'
import type { PageRequest } from './page.ts'
import type { Questions } from './questions.ts'
import { createQuestions } from './read/create-questions.ts'
import { gainOf, recentPoints, WINDOWS, type Window } from './rising.ts'
import type { Table } from './table/table.ts'
import { dyingClient } from './testing/crash.ts'
import { startEngine, type TestEngine } from './testing/engine.ts'
import { readEntry, reading } from './testing/readings.ts'
import { createWriter, type Writer } from './write/writer.ts'

const START = Date.UTC(2024, 4, 6)
const at = (hour: number) => new Date(START + hour * 3_600_000).toISOString()
const ms = (hour: number) => START + hour * 3_600_000
const point = (hour: number, upvotes: number | null): Point => ({
  at: at(hour),
  upvotes,
  comments: null,
  githubStars: null,
})

describe('a gain', () => {
  const points = [point(0, 10), point(20, 12), point(70, 30), point(90, 25)]
  const gained = (window: Window, hour: number) => gainOf(points, 'upvotes', window, ms(hour))?.gained ?? 0

  it('is measured from the value at the start of the window', () => {
    expect(gainOf(points, 'upvotes', 'day', ms(80))).toEqual({
      gained: 18,
      from: { at: at(20), value: 12 },
      to: { at: at(70), value: 30 },
    })
    expect(gained('threeDays', 91)).toBe(15)
    expect(gained('threeDays', 93)).toBe(13)
  })

  it('ages though nothing moves', () => {
    expect([94, 95, 113, 115].map(hour => gained('day', hour))).toEqual([0, 0, 0, 0])
    expect([91, 92, 142, 143].map(hour => gained('threeDays', hour))).toEqual([15, 13, 0, 0])
    expect([100, 188, 240].map(hour => gained('week', hour))).toEqual([15, 13, 0])
  })

  it('begins with the first point where the paper was not known before, or not read for months', () => {
    expect(gained('week', 90)).toBe(15)
    const longAgo = [point(0, 10), point(24 * 120, 50), point(24 * 121, 53)]
    expect(gainOf(longAgo, 'upvotes', 'week', ms(24 * 122))).toMatchObject({ gained: 3 })
  })

  it('is none where a value is unknown', () => {
    expect(gainOf([point(0, null), point(5, 8)], 'upvotes', 'week', ms(6))).toBeNull()
    expect(gainOf([point(0, 4), point(5, null)], 'upvotes', 'week', ms(6))).toBeNull()
    expect(gainOf([], 'upvotes', 'week', ms(6))).toBeNull()
  })

  const count = fc.option(fc.nat(500), { freq: 8 })
  const history = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 40 }), count, count, count), { maxLength: 40 })
    .map(steps => {
      let hour = 0
      return steps.reduce<readonly Point[]>((points, [hours, upvotes, comments, githubStars]) => {
        hour += hours
        return withPoint(points, { at: at(hour), upvotes, comments, githubStars })
      }, [])
    })

  it('is the same from the stored points as from the whole history', () => {
    fc.assert(
      fc.property(history, fc.nat(900), fc.nat(300), (points, hour, later) => {
        const kept = recentPoints(points.slice(), at(hour))
        const stored = recentIn(risingItem(undefined, new Map([['2405.00001', points]]), at(hour)))
        expect(stored.get('2405.00001') ?? []).toEqual(kept.length > 1 ? kept : [])
        for (const window of Object.keys(WINDOWS) as Window[])
          for (const metric of ['upvotes', 'comments', 'githubStars'] as const)
            expect(gainOf(kept, metric, window, ms(hour + later))).toEqual(
              gainOf(points, metric, window, ms(hour + later)),
            )
      }),
      { numRuns: 200 },
    )
  })
})

describe('rising papers', () => {
  let engine: TestEngine
  let table: Table
  let store: Questions
  let writer: Writer
  beforeAll(async () => {
    engine = await startEngine()
  })
  afterAll(() => engine.close())
  beforeEach(async () => {
    table = await engine.table()
    store = createQuestions(table.client, table.name)
    writer = createWriter(table.client, table.name, { owner: 'test' })
  })

  const day = '2024-05-06'
  const seen = (hour: number, ...votes: Counters['upvotes'][]) =>
    reading(
      day,
      at(hour),
      ...votes.map((upvotes, i) => readEntry(`2405.0000${i}`, day, { counters: { upvotes } })),
    )
  const all: PageRequest = { size: 100, backward: false, after: null, before: null }
  const ranked = async (window: Window, hour: number, page: PageRequest = all) =>
    (await store.rising(window, 'upvotes', ms(hour), page)).rows.map(({ node }) => [
      node.paperId,
      node.gained,
    ])

  it('are ordered by gain, without papers that gained nothing', async () => {
    await writer.putDays([seen(0, 5, 5, 5, 5)])
    await writer.putDays([seen(3, 7, 9, 5, 9)])
    expect(await ranked('day', 4)).toEqual([
      ['2405.00003', 4],
      ['2405.00001', 4],
      ['2405.00000', 2],
    ])
    expect(await ranked('day', 28)).toEqual([])
    expect(await ranked('week', 28)).toHaveLength(3)
  })

  it('come page by page, either way, with an exact total', async () => {
    await writer.putDays([seen(0, 5, 5, 5)])
    await writer.putDays([seen(3, 6, 7, 8)])
    const first = await store.rising('day', 'upvotes', ms(4), { ...all, size: 2 })
    expect(first).toMatchObject({ hasNextPage: true, hasPreviousPage: false })
    expect(await first.total()).toBe(3)
    const after = first.rows[1]?.position ?? null
    expect(await ranked('day', 4, { ...all, after })).toEqual([['2405.00000', 1]])
    expect(await ranked('day', 4, { ...all, backward: true, size: 1 })).toEqual([['2405.00000', 1]])
  })

  it('are the same for readings in any order', async () => {
    await writer.putDays([seen(9, 30)])
    await writer.putDays([seen(2, 10)])
    await writer.putDays([seen(5, 20)])
    expect(await ranked('day', 10)).toEqual([['2405.00000', 20]])
  })

  it('include older papers that gain, but not papers of days that are no longer refreshed', async () => {
    const past = { isHistory: () => true }
    await writer.putDays([seen(0, 5)], past)
    expect(await ranked('week', 2)).toEqual([])
    await writer.putDays([seen(1, 9)], past)
    await writer.putDays([{ ...seen(0, 20), readAt: '2024-08-20T00:00:00.000Z' }])
    expect(await ranked('week', 2)).toEqual([['2405.00000', 4]])
    const later = Date.parse('2024-08-20T01:00:00Z')
    expect((await store.rising('week', 'upvotes', later, all)).rows).toEqual([])
  })

  it('are complete after a crash at any write, though the next hour finds nothing new', async () => {
    for (let items = 0, died = true; died; items++) {
      const table = await engine.table()
      const store = createQuestions(table.client, table.name)
      const successor = createWriter(table.client, table.name, {
        owner: 'alive',
        isGone: owner => owner === 'dead',
      })
      await successor.putDays([seen(0, 5, 5)])
      const client = dyingClient(engine.url, items)
      died = await createWriter(client, table.name, { owner: 'dead', sleep: async () => {} })
        .putDays([seen(1, 6, 8)])
        .then(
          () => false,
          () => true,
        )
      client.destroy()
      await successor.putDays([seen(2, 6, 8)])
      const { rows } = await store.rising('day', 'upvotes', ms(3), all)
      expect(rows.map(({ node }) => [node.paperId, node.gained])).toEqual([
        ['2405.00001', 3],
        ['2405.00000', 1],
      ])
    }
  }, 60_000)
})
