import { daysOfWeek, weekOf } from '@daily-papers/papers/days.ts'
import { authorKey, keywordKey } from '@daily-papers/papers/names.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { corpora } from '../days/corpora.ts'
import type { HubEntry } from '../days/corpus.ts'
import { dataOf } from '../servers/data-of.ts'
import { type CorpusServer, startCorpusServer } from './table/corpus-server.ts'

interface Reading {
  day: string
  entry: HubEntry
}

const orders = ['FEATURED_ON', 'PUBLISHED_AT', 'UPVOTES', 'TRENDING']
interface Walked {
  papers: {
    totalCount: number
    nodes: { paperId: string }[]
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string }
  }
}

interface Walk {
  field: string
  size: number
  direction?: string
  backward?: boolean
  /** A DateRange, as GraphQL. */
  featured?: string
}

describe.each(corpora)('the graph of all $name days', corpus => {
  /** Every reading of every paper, days ascending. */
  const readings: Reading[] = corpus.days.flatMap(day => corpus.entriesOn(day).map(entry => ({ day, entry })))
  const readingsOf = Map.groupBy(readings, ({ entry }) => entry.paper.id)
  /** What counts of a paper is what its latest day says. */
  const latest: HubEntry[] = [...readingsOf.values()].flatMap(all => all.at(-1)?.entry ?? [])
  const ids = [...readingsOf.keys()].sort()

  /** How many papers have each of some names, most first. */
  function counted(namesOf: (entry: HubEntry) => string[]): [string, number][] {
    const papers = new Map<string, number>()
    for (const entry of latest) {
      for (const name of new Set(namesOf(entry))) papers.set(name, (papers.get(name) ?? 0) + 1)
    }
    return [...papers].sort(([a, m], [b, n]) => n - m || (a < b ? 1 : -1))
  }
  /** The ids of the papers featured on the days from one to another. */
  const featuredIn = (from: string, to: string): string[] =>
    [
      ...new Set(readings.filter(({ day }) => day >= from && day <= to).map(({ entry }) => entry.paper.id)),
    ].sort()
  const byVotes = (a: HubEntry, b: HubEntry) =>
    (b.paper.upvotes ?? -1) - (a.paper.upvotes ?? -1) || (a.paper.id < b.paper.id ? 1 : -1)

  const busiest = {
    authors: {
      key: authorKey,
      expected: () =>
        counted(({ paper }) => paper.authors.filter(a => !a.hidden).map(a => authorKey(a.name))),
    },
    organizations: {
      key: (name: string) => name.toLowerCase(),
      expected: () =>
        counted(entry => {
          const found = entry.organization ?? entry.submitterOrganization
          return found ? [found.name.toLowerCase()] : []
        }),
    },
    keywords: {
      key: keywordKey,
      expected: () => counted(({ paper }) => (paper.ai_keywords ?? []).map(keywordKey)),
    },
  }

  /** The last week that begins in one year and ends in the next. */
  const betweenYears = weekOf(`${corpus.days.findLast(day => day.endsWith('-12-31'))}`)
  /** The last month in which a paper stands on two days. */
  const month = [...readingsOf.values()]
    .filter(([first, second]) => second && first?.day.slice(0, 7) === second.day.slice(0, 7))
    .map(([first]) => first?.day.slice(0, 7) ?? '')
    .sort()
    .at(-1)
  let server: CorpusServer
  beforeAll(async () => {
    server = await startCorpusServer(corpus)
  })
  afterAll(() => server?.close())
  const data = <T>(query: string, variables?: Record<string, unknown>): Promise<T> =>
    dataOf<T>(server.url, query, variables)

  /** The ids of all papers, or of those of a range of days, in an order, page after page. */
  async function walk({ field, size, direction = 'DESC', backward = false, featured = 'null' }: Walk) {
    const page = backward ? 'last: $size, before: $cursor' : 'first: $size, after: $cursor'
    const query = `query ($size: Int!, $cursor: String) {
      papers(filter: { featured: ${featured} }, orderBy: { field: ${field}, direction: ${direction} }, ${page}) {
        nodes { paperId }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      }
    }`
    const found: string[] = []
    for (let cursor: string | null = null, more = true; more; ) {
      const { papers }: Walked = await data<Walked>(query, { size, cursor })
      const page = papers.nodes.map(({ paperId }) => paperId)
      if (backward) found.unshift(...page)
      else found.push(...page)
      cursor = backward ? papers.pageInfo.startCursor : papers.pageInfo.endCursor
      more = backward ? papers.pageInfo.hasPreviousPage : papers.pageInfo.hasNextPage
    }
    return found
  }

  test('has the ten papers of all time with the most votes', async () => {
    const { papers } = await data<{ papers: { nodes: unknown } }>(
      '{ papers(orderBy: { field: UPVOTES }, first: 10) { nodes { paperId upvotes } } }',
    )
    const expected = latest.toSorted(byVotes).slice(0, 10)
    expect(papers.nodes).toEqual(expected.map(({ paper: { id, upvotes } }) => ({ paperId: id, upvotes })))
  })

  test.each(Object.entries(busiest))('has the busiest of the %s first', async (list, { key, expected }) => {
    const { found } = await data<{ found: { nodes: { name: string; paperCount: number }[] } }>(
      `{ found: ${list}(orderBy: { field: PAPER_COUNT }, first: 10) { nodes { name paperCount } } }`,
    )
    const shown = found.nodes.map(({ name, paperCount }) => [key(name), paperCount])
    expect(shown).toEqual(expected().slice(0, 10))
  })

  test.each(['FEATURED_ON', 'UPVOTES'])(
    'has the papers of the ISO week between two years, by %s',
    async field => {
      const { papers } = await data<Walked>(
        `{ papers(filter: { featured: { week: "${betweenYears}" } }, orderBy: { field: ${field} }, first: 100) {
        totalCount nodes { paperId }
      } }`,
      )
      const { first = '', last = '' } = daysOfWeek(betweenYears) ?? {}
      const expected = featuredIn(first, last)
      expect(expected.length).toBeGreaterThan(0)
      expect(papers.nodes.map(({ paperId }) => paperId).sort()).toEqual(expected)
      expect(papers.totalCount).toBe(expected.length)
    },
  )

  test('shows of a paper on two days the first day, the votes of the last, and on each day those read on it', async () => {
    const twice = [...readingsOf].filter(([, all]) => all.length > 1)
    expect(twice.length).toBeGreaterThan(0)
    for (const [id, all] of twice) {
      const { paper } = await data<{ paper: unknown }>(
        'query ($ref: String!) { paper(ref: $ref) { upvotes featuredOn days { date } } }',
        { ref: id },
      )
      const dates = all.map(({ day }) => ({ date: day }))
      expect(paper).toEqual({
        upvotes: all.at(-1)?.entry.paper.upvotes ?? null,
        featuredOn: all[0]?.day,
        days: dates,
      })
      for (const { day, entry } of all) {
        const shown = await data<{ day: { papers: { nodes: { paperId: string; upvotes: number }[] } } }>(
          'query ($date: Date!) { day(date: $date) { papers(first: 100) { nodes { paperId upvotes } } } }',
          { date: day },
        )
        expect(shown.day.papers.nodes).toContainEqual({ paperId: id, upvotes: entry.paper.upvotes ?? null })
      }
    }
  })

  // In one order only, since it takes hundreds of requests; the tests of the store walk the others.
  test('is the same list in pages of 20 in both directions', async () => {
    const whole = await walk({ field: 'FEATURED_ON', size: 100 })
    expect(await walk({ field: 'FEATURED_ON', size: 20 })).toEqual(whole)
    expect(await walk({ field: 'FEATURED_ON', size: 20, backward: true })).toEqual(whole)
  })

  test.each(orders)('is the same month by %s in pages of 7 in both directions', async field => {
    const featured = `{ month: "${month}" }`
    const whole = await walk({ field, featured, size: 100 })
    expect(whole.toSorted()).toEqual(featuredIn(`${month}-01`, `${month}-31`))
    expect(await walk({ field, featured, size: 7 })).toEqual(whole)
    expect(await walk({ field, featured, size: 7, backward: true })).toEqual(whole)
  })

  test.each(orders)(
    'is walked by %s forward, backward and the other way round without a gap',
    async field => {
      const whole = await walk({ field, size: 100 })
      expect(whole.toSorted()).toEqual(ids)
      expect(await walk({ field, size: 100, backward: true })).toEqual(whole)
      expect(await walk({ field, size: 100, direction: 'ASC' })).toEqual(whole.toReversed())
    },
  )

  test('logged nothing', () => expect(server.logged).toEqual([]))
})
