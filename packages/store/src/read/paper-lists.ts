import { DAY_MS } from '@daily-papers/papers/days.ts'
import type { Day, Paper } from '@daily-papers/papers/paper.ts'
import { type DayItem, type Rank, ranksOf } from '../items/day-item.ts'
import { type FeaturingItem, featuredBefore, type PaperItem, paperOf } from '../items/paper-item.ts'
import { readTotals } from '../items/totals.ts'
import { type Page, type PageRequest, pageOfRows, type Row } from '../page.ts'
import {
  type DayRange,
  type IndexedOrder,
  MAX_RANKED_DAYS,
  type Ordered,
  type PaperOrder,
} from '../questions.ts'
import {
  afterPrefix,
  counterSort,
  DAYS,
  FEATURED,
  featuredPlace,
  featuredSort,
  PAPERS,
  paperKey,
  publishedSort,
  tieOf,
  trendingSort,
} from '../table/keys.ts'
import { getItems, queryAll } from '../table/requests.ts'
import type { Table } from '../table/table.ts'
import { tableDefinition } from '../table/table-definition.ts'
import { formOnDay, PAPER_FORMS } from './positions.ts'
import { queryPage } from './query-page.ts'

const indexes = { publishedAt: 'published', upvotes: 'upvotes', trending: 'trending' } as const

/** A paper's position in an order. */
export const sortOf = (
  field: PaperOrder,
  paper: Pick<Paper, 'id' | 'upvotes' | 'publishedAt' | 'comments' | 'githubStars'>,
  day: Day,
): string => {
  switch (field) {
    case 'featuredOn':
      return featuredSort(day, paper.id)
    case 'publishedAt':
      return publishedSort(paper.publishedAt, paper.id)
    case 'upvotes':
    case 'comments':
    case 'githubStars':
      return counterSort(paper[field], paper.id)
    case 'trending':
      return trendingSort(paper.upvotes, day, paper.id)
  }
}

/** All papers by an index. 1 request. */
function indexedPapers(
  table: Table,
  field: keyof typeof indexes,
  descending: boolean,
  request: PageRequest,
): Promise<Page<Paper>> {
  const index = tableDefinition.indexes.find(({ name }) => name === indexes[field])
  if (!index) throw new Error(`The table has no index ${indexes[field]}`)
  return queryPage<PaperItem, Paper>(
    table,
    {
      keyRange: { partition: PAPERS, index },
      descending,
      position: PAPER_FORMS[field],
      startKey: position => ({
        ...paperKey(tieOf(position)),
        [index.partitionKey]: PAPERS,
        [index.sortKey]: position,
      }),
      row: item => {
        const node = paperOf(item)
        return { node, position: sortOf(field, node, node.featuredOn) }
      },
      total: async () => (await readTotals(table)).papers,
    },
    request,
  )
}

/** Papers by id, as their latest days show them. 1 request for up to 100, none without ids. */
async function latestOf(table: Table, ids: readonly string[]): Promise<Map<string, Paper>> {
  const items = await getItems<PaperItem>(table, ids.map(paperKey))
  return new Map(
    items
      .filter(item => item !== undefined)
      .map(item => paperOf(item))
      .map(paper => [paper.id, paper]),
  )
}

/**
 * Papers by the day that featured them, each once: on the first of its days in the range. 1 request; one more for a page
 * with papers of several days, whose rows show them as one day did, and one for a page that leaves out a second day.
 */
async function featuredPapers(
  table: Table,
  range: DayRange | null,
  descending: boolean,
  request: PageRequest,
): Promise<Page<Paper>> {
  const from = range?.from ?? null
  const to = range?.to ?? null
  const page = await queryPage<FeaturingItem, Paper>(
    table,
    {
      keyRange: { partition: FEATURED, from, to: to && afterPrefix(to) },
      descending,
      slides: range?.slides ?? false,
      position: PAPER_FORMS.featuredOn,
      startKey: position => ({ pk: FEATURED, sk: position }),
      row: item => {
        const { day } = featuredPlace(item.sk)
        const node = paperOf(item, day)
        return firstIn(featuredBefore(node.featurings, day), from) ? { node, position: item.sk } : null
      },
      total: async () =>
        range ? firstRanks(await ranksIn(table, range), from).length : (await readTotals(table)).papers,
    },
    request,
  )
  const onSeveral = page.rows.map(({ node }) => node).filter(({ featurings }) => featurings.length > 1)
  const latest = await latestOf(
    table,
    onSeveral.map(({ id }) => id),
  )
  return {
    ...page,
    rows: page.rows.map(({ node, position }) => ({ node: latest.get(node.id) ?? node, position })),
  }
}

/** Whether a day is the first one in the range on which a paper was featured, the one before it being `before`. */
const firstIn = (before: Day | null, from: Day | null): boolean =>
  before === null || (from !== null && before < from)

interface RankedDay {
  day: Day
  ranks: Rank[]
}

const ranksIn = async (table: Table, { from, to }: DayRange): Promise<RankedDay[]> => {
  const items = await queryAll<DayItem>(table, { partition: DAYS, from, to }, { only: ['sk', 'ranks'] })
  return items.map(item => ({ day: item.sk, ranks: ranksOf(item) }))
}

const firstRanks = (days: readonly RankedDay[], from: Day | null): { rank: Rank; day: Day }[] =>
  days.flatMap(({ day, ranks }) =>
    ranks.filter(({ before }) => firstIn(before, from)).map(rank => ({ rank, day })),
  )

/** What ranks do not hold, and no order over several days asks for. */
const uncounted = { comments: null, githubStars: null }

/**
 * Papers of a bounded range of days in an indexed order: the days' own ranks are sorted, then the page's papers are read.
 * 2 requests; one more where the range has papers of several days, which stand as their latest day counts them.
 */
async function rankedPapers(
  table: Table,
  range: DayRange,
  { field, descending }: Ordered<IndexedOrder>,
  request: PageRequest,
): Promise<Page<Paper>> {
  const sign = descending ? -1 : 1
  const found = firstRanks(await ranksIn(table, range), range.from)
  const onSeveral = found.filter(({ rank }) => rank.before !== null || rank.after !== null)
  const counted = await latestOf(
    table,
    onSeveral.map(({ rank }) => rank.id),
  )
  const rows = found
    .map(({ rank, day }): Row<string> => {
      const paper = counted.get(rank.id)
      return {
        node: rank.id,
        position: paper
          ? sortOf(field, paper, paper.featuredOn)
          : sortOf(field, { ...uncounted, ...rank }, day),
      }
    })
    .sort((a, b) => (a.position < b.position ? -sign : sign))
  const page = pageOfRows(rows, request, { descending, form: PAPER_FORMS[field] })
  const papers = await latestOf(
    table,
    page.rows.map(({ node }) => node),
  )
  return {
    ...page,
    rows: page.rows.flatMap(({ node: id, position }) => {
      const node = papers.get(id)
      return node ? [{ node, position }] : []
    }),
  }
}

export async function paperList(
  table: Table,
  order: Ordered<IndexedOrder>,
  range: DayRange | null,
  request: PageRequest,
): Promise<Page<Paper>> {
  const { field, descending } = order
  if (field === 'featuredOn') return featuredPapers(table, range, descending, request)
  if (!range) return indexedPapers(table, field, descending, request)
  const days =
    range.from && range.to
      ? (Date.parse(range.to) - Date.parse(range.from)) / DAY_MS + 1
      : Number.POSITIVE_INFINITY
  if (days > MAX_RANKED_DAYS)
    throw new RangeError(`An order by ${field} is answered for at most ${MAX_RANKED_DAYS} days`)
  return rankedPapers(table, range, order, request)
}

/** A day is at most about a hundred papers: one Query reads it whole, and any order is a sort in memory. 1 request. */
export async function papersOn(
  table: Table,
  day: Day,
  { field, descending }: Ordered<PaperOrder>,
  request: PageRequest,
): Promise<Page<Paper>> {
  const items = await queryAll<FeaturingItem>(table, { partition: FEATURED, from: day, to: afterPrefix(day) })
  const sign = descending ? -1 : 1
  const rows = items
    .map(item => paperOf(item, day))
    .map((node): Row<Paper> => ({ node, position: sortOf(field, node, day) }))
    .sort((a, b) => (a.position < b.position ? -sign : sign))
  return pageOfRows(rows, request, {
    descending,
    form: field === 'featuredOn' ? formOnDay(day) : PAPER_FORMS[field],
  })
}
