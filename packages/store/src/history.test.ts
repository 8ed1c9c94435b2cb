import { HOUR_MS } from '@daily-papers/papers/days.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { merged, type Point, pointAt, thin, withPoint } from './history.ts'
import type { Questions } from './questions.ts'
import { createQuestions } from './read/create-questions.ts'
import { startEngine, type TestEngine } from './testing/engine.ts'
import { readEntry, reading } from './testing/readings.ts'
import { createWriter, type Writer } from './write/writer.ts'

const START = Date.UTC(2024, 4, 6)
const after = (hours: number): string => new Date(START + hours * HOUR_MS).toISOString()
const point = (hours: number, upvotes: number): Point => ({
  at: after(hours),
  upvotes,
  comments: 0,
  githubStars: null,
})
const hourly = (hours: number): Point[] => Array.from({ length: hours }, (_, i) => point(i, i))

describe('thinning', () => {
  it('keeps each hour of 2 days, each day of 30, then each week, and the first point', () => {
    const kept = thin(hourly(24 * 90))
    const ages = kept.map(({ at }) => (Date.parse(kept.at(-1)?.at ?? '') - Date.parse(at)) / HOUR_MS / 24)
    expect(ages.filter(age => age < 2)).toHaveLength(48)
    const days = new Set(kept.map(({ at }) => at.slice(0, 10)))
    expect([...days].filter(each => each > after(24 * 60).slice(0, 10))).toHaveLength(29)
    expect(ages.filter(age => age >= 3 && age < 30)).toHaveLength(27)
    expect(ages.filter(age => age >= 37).length).toBeLessThanOrEqual(9)
    expect(kept[0]).toEqual(point(0, 0))
  })

  it('thinned as it grows is thinned at once', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(24 * 200), { minLength: 1, maxLength: 60 }), hours => {
        const points = hours.toSorted((a, b) => a - b).map((hour, i) => point(hour, i))
        const grown = points.reduce<readonly Point[]>((history, each) => withPoint(history, each), [])
        expect(grown).toEqual(thin(points))
      }),
      { examples: [[[3456, 3457, 3505, 4176, 0]]] },
    )
  })

  it('keeps the values of every kept point', () => {
    const points = hourly(24 * 60)
    for (const kept of thin(points)) expect(pointAt(points, kept.at)).toEqual(kept)
  })
})

describe('two histories in one', () => {
  const history = fc
    .uniqueArray(fc.nat(24 * 200), { maxLength: 40 })
    .map(hours => thin(hours.toSorted((a, b) => a - b).map(hour => point(hour, hour))))

  it('are the same in either order, and merged again no different', () => {
    fc.assert(
      fc.property(history, history, (one, other) => {
        const both = merged(one, other)
        expect(merged(other, one)).toEqual(both)
        expect(merged(both, one)).toBe(both)
        expect(merged(both, other)).toBe(both)
        expect(both.at(-1)).toEqual([...one, ...other].sort((a, b) => (a.at < b.at ? -1 : 1)).at(-1))
      }),
    )
  })

  it('have the first one’s values where both have a point', () => {
    expect(merged([point(2, 5)], [point(1, 3), point(2, 4)])).toEqual([point(1, 3), point(2, 5)])
  })
})

describe('the history of a paper', () => {
  let engine: TestEngine
  let store: Questions
  let writer: Writer
  const day = '2024-05-06'
  const at = (hour: number, upvotes: number) =>
    reading(day, after(hour), readEntry('2405.00001', day, { counters: { upvotes } }))
  const votes = async (): Promise<[string, number | null][]> =>
    ((await store.histories(['2405.00001']))[0] ?? []).map(each => [each.at, each.upvotes])

  beforeAll(async () => {
    engine = await startEngine()
    const table = await engine.table()
    store = createQuestions(table.client, table.name)
    writer = createWriter(table.client, table.name, { owner: 'test' })
  })
  afterAll(() => engine.close())

  it('has a point where a counter moved, and none where nothing did', async () => {
    for (const each of [at(1, 3), at(2, 3), at(3, 5), at(3, 5)]) await writer.putDays([each])
    expect(await votes()).toEqual([
      [after(1), 3],
      [after(3), 5],
    ])
  })

  it('adds an older reading without changing newer values', async () => {
    await writer.putDays([at(2.5, 4)])
    expect(await votes()).toEqual([
      [after(1), 3],
      [after(2.5), 4],
      [after(3), 5],
    ])
    expect(await store.papers(['2405.00001'])).toMatchObject([{ upvotes: 5 }])
  })

  it('of an unknown paper is empty', async () => {
    expect(await store.histories(['2405.99999'])).toEqual([[]])
  })
})
