import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { authorKey, keywordKey } from '@daily-papers/papers/names.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dataOf } from '../servers/data-of.ts'
import { daysRecorded, hasRecordedDays, needsRecordedDays, recordedDays } from './days/recorded.ts'
import { type RecordedServer, startRecordedServer } from './table/recorded-server.ts'

interface Named {
  name: string
}
interface RawEntry {
  paper: {
    id: string
    upvotes: number
    authors: (Named & { hidden?: boolean })[]
    ai_keywords?: string[]
  }
  organization?: Named
  /** What `organization` was called at first. */
  submitterOrganization?: Named
}
interface Reading {
  day: string
  entry: RawEntry
}

const entriesOf = (day: string): RawEntry[] =>
  JSON.parse(gunzipSync(readFileSync(join(recordedDays, `${day}.json.gz`))).toString())

/** Every reading of every paper, days ascending. */
const readings: Reading[] = (hasRecordedDays ? daysRecorded() : []).flatMap(day =>
  entriesOf(day).map(entry => ({ day, entry })),
)
const readingsOf = Map.groupBy(readings, ({ entry }) => entry.paper.id)
/** What counts of a paper is what its latest day says. */
const latest: RawEntry[] = [...readingsOf.values()].flatMap(all => all.at(-1)?.entry ?? [])
const ids = [...readingsOf.keys()].sort()

/** How many papers have each of some names, most first. */
function counted(namesOf: (entry: RawEntry) => string[]): [string, number][] {
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
const byVotes = (a: RawEntry, b: RawEntry) =>
  b.paper.upvotes - a.paper.upvotes || (a.paper.id < b.paper.id ? 1 : -1)

const busiest = {
  authors: {
    key: authorKey,
    expected: () => counted(({ paper }) => paper.authors.filter(a => !a.hidden).map(a => authorKey(a.name))),
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

describe.skipIf(!hasRecordedDays)(`the graph of all recorded days, ${needsRecordedDays}`, () => {
  let server: RecordedServer
  beforeAll(async () => {
    server = await startRecordedServer()
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

  test.each(['FEATURED_ON', 'UPVOTES'])('has the papers of ISO week 2025-W01, by %s', async field => {
    const { papers } = await data<Walked>(
      `{ papers(filter: { featured: { week: "2025-W01" } }, orderBy: { field: ${field} }, first: 100) {
        totalCount nodes { paperId }
      } }`,
    )
    const expected = featuredIn('2024-12-30', '2025-01-05')
    expect(papers.nodes.map(({ paperId }) => paperId).sort()).toEqual(expected)
    expect(papers.totalCount).toBe(expected.length)
  })

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
        upvotes: all.at(-1)?.entry.paper.upvotes,
        featuredOn: all[0]?.day,
        days: dates,
      })
      for (const { day, entry } of all) {
        const shown = await data<{ day: { papers: { nodes: { paperId: string; upvotes: number }[] } } }>(
          'query ($date: Date!) { day(date: $date) { papers(first: 100) { nodes { paperId upvotes } } } }',
          { date: day },
        )
        expect(shown.day.papers.nodes).toContainEqual({ paperId: id, upvotes: entry.paper.upvotes })
      }
    }
  })

  // 870 requests, so in one order only; the tests of the store walk the others.
  test('is the same list in pages of 20 in both directions', async () => {
    const whole = await walk({ field: 'FEATURED_ON', size: 100 })
    expect(await walk({ field: 'FEATURED_ON', size: 20 })).toEqual(whole)
    expect(await walk({ field: 'FEATURED_ON', size: 20, backward: true })).toEqual(whole)
  })

  // One of its papers stands on two of its days.
  test.each(orders)('is the same month by %s in pages of 7 in both directions', async field => {
    const featured = '{ month: "2026-04" }'
    const whole = await walk({ field, featured, size: 100 })
    expect(whole.toSorted()).toEqual(featuredIn('2026-04-01', '2026-04-30'))
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
