import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ReadEntry } from '../items/reading.ts'
import type { Page, PageRequest } from '../page.ts'
import type { IndexedOrder, Questions } from '../questions.ts'
import { startEngine, type TestEngine } from '../testing/engine.ts'
import { account, printed, readEntry, reading } from '../testing/readings.ts'
import { walk } from '../testing/walk.ts'
import { createWriter } from '../write/writer.ts'
import { createQuestions } from './create-questions.ts'

let engine: TestEngine
let store: Questions
/** What every paper was given, for a brute-force answer. */
const given: { id: string; day: string; upvotes: number | null; publishedAt: string }[] = []
const days = ['2024-05-06', '2024-05-07', '2024-05-08', '2024-05-13']
const orders: IndexedOrder[] = ['featuredOn', 'publishedAt', 'upvotes', 'trending']

beforeAll(async () => {
  engine = await startEngine()
  const table = await engine.table()
  store = createQuestions(table.client, table.name)
  const writer = createWriter(table.client, table.name, { owner: 'test' })
  const pick = (n: number, seed: number): number => (seed * 7919) % n
  const entries = days.map((day, d) =>
    Array.from({ length: 9 + d }, (_, i): ReadEntry => {
      const n = d * 20 + i
      const one = {
        id: `2405.${String(pick(10_007, n + 1)).padStart(5, '0')}`,
        day,
        upvotes: n % 7 === 0 ? null : pick(6, n),
        publishedAt: new Date(Date.UTC(2024, 3, 1 + pick(11, n))).toISOString(),
      }
      given.push(one)
      return readEntry(one.id, day, {
        description: {
          publishedAt: one.publishedAt,
          authors: [printed('Ada Example'), printed(`Writer ${pick(9, n)}`), printed(`Only ${one.id}`)],
          keywords: [`topic ${pick(4, n)}`, `rare ${n}`],
        },
        featuring: { submitter: account(`user-${pick(3, n)}`) },
        counters: { upvotes: one.upvotes },
      })
    }),
  )
  await writer.putDays(days.map((day, d) => reading(day, `${day}T23:00:00.000Z`, ...(entries[d] ?? []))))
})
afterAll(() => engine.close())

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function expected(field: IndexedOrder, papers: typeof given): string[] {
  const value = (paper: (typeof given)[number]): number => {
    const votes = paper.upvotes ?? -1
    if (field === 'publishedAt') return Date.parse(paper.publishedAt)
    if (field === 'featuredOn') return Date.parse(paper.day)
    if (field === 'upvotes') return votes
    return Number((Math.log2(Math.max(votes, 1)) + Date.parse(paper.day) / 3_600_000 / 36).toFixed(6))
  }
  return papers.toSorted((a, b) => value(a) - value(b) || byText(a.id, b.id)).map(({ id }) => id)
}

/** Walks a list at several page sizes, both ways, and gives the one sequence that all of them must show. */
async function sequence<T>(
  ask: (page: PageRequest) => Promise<Page<T>>,
  name: (node: T) => string,
): Promise<string[]> {
  const whole = (await walk(ask, 100, false)).map(({ node }) => name(node))
  for (const size of [1, 3, 7, 20])
    for (const backward of [false, true])
      expect((await walk(ask, size, backward)).map(({ node }) => name(node))).toEqual(whole)
  return whole
}

describe.each(orders)('papers by %s', field => {
  it.each([false, true])(
    'are one sequence at any page size and in both directions (descending: %s)',
    async descending => {
      const ids = await sequence(
        page => store.paperList({ field, descending }, null, page),
        paper => paper.id,
      )
      const ascending = expected(field, given)
      expect(ids).toEqual(descending ? ascending.reverse() : ascending)
    },
  )

  it('of a range of days are those of its days, counted exactly', async () => {
    const range = { from: '2024-05-07', to: '2024-05-12' }
    const ask = (page: PageRequest) => store.paperList({ field, descending: true }, range, page)
    const inside = given.filter(({ day }) => day >= range.from && day <= range.to)
    expect(await sequence(ask, paper => paper.id)).toEqual(expected(field, inside).reverse())
    expect(await (await ask({ size: 1, backward: false, after: null, before: null })).total()).toBe(
      inside.length,
    )
  })

  it('of one day are whole in both directions', async () => {
    const day = '2024-05-08'
    const ids = await sequence(
      page => store.papersOn(day, { field, descending: true }, page),
      paper => paper.id,
    )
    expect(ids).toEqual(
      expected(
        field,
        given.filter(paper => paper.day === day),
      ).reverse(),
    )
  })
})

it('papers of any window between two cursors are those between them', async () => {
  const order = { field: 'upvotes', descending: true } as const
  const whole = await walk(page => store.paperList(order, null, page), 100, false)
  await fc.assert(
    fc.asyncProperty(
      fc.nat(whole.length - 1),
      fc.nat(whole.length - 1),
      fc.integer({ min: 1, max: 12 }),
      fc.boolean(),
      async (i, j, size, backward) => {
        fc.pre(i < j)
        const page = { size, backward, after: whole[i]?.position ?? null, before: whole[j]?.position ?? null }
        const inside = whole.slice(i + 1, j).map(({ node }) => node.id)
        const { rows } = await store.paperList(order, null, page)
        expect(rows.map(({ node }) => node.id)).toEqual(
          backward ? inside.slice(-size) : inside.slice(0, size),
        )
      },
    ),
    { numRuns: 40 },
  )
})

describe.each(['author', 'keyword', 'account'] as const)('each %s', kind => {
  it.each([false, true])(
    'is listed once by name and once by paper count (descending: %s)',
    async descending => {
      const names = await sequence(
        page => store.entityList(kind, { field: 'name', descending }, null, page),
        entity => entity.key,
      )
      expect(names).toEqual(names.toSorted(descending ? (a, b) => byText(b, a) : byText))
      const counted = await walk(
        page => store.entityList(kind, { field: 'paperCount', descending }, null, page),
        7,
        false,
      )
      const sign = descending ? -1 : 1
      expect(counted.map(({ node }) => node.key)).toEqual(
        counted
          .map(({ node }) => node)
          .sort((a, b) => sign * (a.paperCount - b.paperCount || byText(a.key, b.key)))
          .map(({ key }) => key),
      )
      await sequence(
        page => store.entityList(kind, { field: 'paperCount', descending }, null, page),
        entity => entity.key,
      )
      expect(new Set(counted.map(({ node }) => node.key))).toEqual(new Set(names))
      expect(names).toHaveLength((await store.totals())[kind])
    },
  )
})

it('names that start with given letters are found, and no others', async () => {
  const keys = await sequence(
    page => store.entityList('author', { field: 'name', descending: false }, 'writer ', page),
    author => author.key,
  )
  expect(keys).toEqual(Array.from({ length: 9 }, (_, i) => `writer ${i}`))
})

it('the papers of an author whose papers outgrew its item are one sequence', async () => {
  const ids = await sequence(
    page => store.papersOf({ kind: 'author', key: 'ada example' }, true, page),
    paper => paper.id,
  )
  expect(ids).toEqual(expected('featuredOn', given).reverse())
  expect(await store.entities('author', ['ada example'])).toMatchObject([{ paperCount: given.length }])
})

describe('a cursor with a position that its list does not make is refused:', () => {
  const byDay = { field: 'featuredOn', descending: true } as const
  const byVotes = { field: 'upvotes', descending: true } as const
  const byCount = { field: 'paperCount', descending: true } as const
  const range = { from: '2024-05-07', to: '2024-05-08' }
  const lists: [string, (page: PageRequest) => Promise<unknown>, string[]][] = [
    ['papers', page => store.paperList(byDay, null, page), ['x', '2024-05-07', '2024-13-07#2405.00001']],
    ['papers of a range', page => store.paperList(byDay, range, page), ['2023-01-01#2405.00001']],
    [
      'papers ranked in a range',
      page => store.paperList(byVotes, range, page),
      ['9', '2024-05-07#2405.00001'],
    ],
    [
      'papers of a day by day',
      page => store.papersOn('2024-05-07', byDay, page),
      ['x', '2024-05-08#2405.00001'],
    ],
    ['papers of a day', page => store.papersOn('2024-05-07', byVotes, page), ['1e9', '0000001#a b']],
    [
      'papers of an author',
      page => store.papersOf({ kind: 'author', key: 'ada example' }, true, page),
      ['-5', '0000001#2405.00001'],
    ],
    ['days', page => store.dayList(null, true, page), ['x', '2024-05-32']],
    [
      'authors by paper count',
      page => store.entityList('author', byCount, null, page),
      ['x', '0000000#ada example'],
    ],
    [
      'authors by name',
      page => store.entityList('author', { ...byCount, field: 'name' }, null, page),
      ['x'.repeat(1_100)],
    ],
  ]
  it.each(lists)('%s', async (_, ask, positions) => {
    for (const position of positions)
      for (const backward of [false, true]) {
        const cursors = backward ? { after: null, before: position } : { after: position, before: null }
        const refused = { name: 'PositionError', position }
        await expect(ask({ size: 5, backward, ...cursors })).rejects.toMatchObject(refused)
      }
  })
})

it('a cursor of a range that slides goes on in the range of a later day', async () => {
  const place = fc.option(fc.nat(100))
  const starts = fc.integer({ min: 1, max: 13 }).map(day => `2024-05-${String(day).padStart(2, '0')}`)
  const ask = (from: string, to: string, descending: boolean) => {
    const range = { from, to, slides: true } as const
    return {
      papers: (page: PageRequest) => store.paperList({ field: 'featuredOn', descending }, range, page),
      days: (page: PageRequest) => store.dayList(range, descending, page),
    }
  }
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('papers', 'days'),
      fc.boolean(),
      starts,
      place,
      place,
      fc.boolean(),
      async (list, descending, later, at, to, backward) => {
        const before = await walk<unknown>(ask('2024-05-01', '2024-05-08', descending)[list], 100, false)
        const now = await walk<unknown>(ask(later, '2024-05-13', descending)[list], 100, false)
        const [start, end] = [at, to].map(n =>
          n === null ? null : (before[n % before.length]?.position ?? ''),
        )
        const isBehind = (position: string, cursor: string) =>
          position > cursor !== descending && position !== cursor
        const between = now
          .map(({ position }) => position)
          .filter(position => start === null || start === undefined || isBehind(position, start))
          .filter(position => end === null || end === undefined || isBehind(end, position))
        const page = await ask(later, '2024-05-13', descending)[list]({
          size: 5,
          backward,
          after: start ?? null,
          before: end ?? null,
        })
        expect(page.rows.map(({ position }) => position)).toEqual(
          backward ? between.slice(-5) : between.slice(0, 5),
        )
        expect(backward ? page.hasPreviousPage : page.hasNextPage).toBe(between.length > 5)
      },
    ),
    { numRuns: 100 },
  )
})
