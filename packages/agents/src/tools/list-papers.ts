import type { ResultOf } from 'gql.tada'
import { z } from 'zod'
import { Advice, call } from '../arguments/advice.ts'
import { filterInput, filterOf, topicsOf } from '../arguments/paper-filter.ts'
import { parseWhen, rangeOf, WHEN_FORMS, whenInput } from '../arguments/when.ts'
import { graphql } from '../graph/graphql.ts'
import { fresh, freshLine, freshness, toFreshness } from '../markdown/fresh.ts'
import { lineOf, listedPaper, listOf, paperLine, toListed } from '../markdown/paper-line.ts'
import { blocks, counted } from '../markdown/text.ts'
import { type Answered, needed, tool } from './tool.ts'

const papersPage = graphql(
  `
  fragment PapersPage on PaperConnection {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes { ...PaperLine }
  }
`,
  [paperLine],
)

export const listDocument = graphql(
  `
  query ListPapers(
    $isDay: Boolean!
    $day: Date
    $filter: PaperFilter
    $orderBy: PaperOrder!
    $first: Int!
    $after: String
  ) {
    day(date: $day) @include(if: $isDay) {
      date
      isComplete
      previous
      next
      papers(first: $first, after: $after, orderBy: $orderBy) { ...PapersPage }
    }
    before: days(first: 1, between: { days: { to: $day } }) @include(if: $isDay) { nodes { date } }
    papers(filter: $filter, orderBy: $orderBy, first: $first, after: $after) @skip(if: $isDay) { ...PapersPage }
    status { ...Fresh }
  }
`,
  [papersPage, fresh],
)

const ORDERS = {
  upvotes: 'UPVOTES',
  newest: 'FEATURED_ON',
  trending: 'TRENDING',
  stars: 'GITHUB_STARS',
  comments: 'COMMENTS',
} as const

const input = z.object({
  ...filterInput,
  when: whenInput.optional().describe(WHEN_FORMS),
  order: z.enum(['upvotes', 'newest', 'trending', 'stars', 'comments']).default('upvotes'),
  limit: z.int().min(1).max(50).default(25),
  cursor: z.string().max(2_000).optional().describe('nextCursor of the same call'),
})

type Listed = Answered<ResultOf<typeof listDocument>, z.infer<typeof input>>

/** Whether the query reads a day itself, which also says whether it is complete: a day without filters. */
const isDay = (given: z.infer<typeof input>): boolean =>
  topicsOf(given) === null &&
  (given.when === undefined || rangeOf(parseWhen(given.when)) === null || isOneDay(given.when))

const isOneDay = (when: string): boolean => 'day' in parseWhen(when)

const dayOf = (when: string | undefined): string | null => {
  const parsed = when === undefined ? null : parseWhen(when)
  return parsed && 'day' in parsed ? parsed.day : null
}

function missingDay({ data: { before }, input: { when } }: Listed): Advice {
  const nearest = before?.nodes[0]?.date
  if (!nearest) return new Advice(`The feed has no papers on ${when ?? 'any day'} or before.`, 404)
  return new Advice(
    `The feed has no papers on ${when}, as on weekends. For the nearest day before, call ${call('list_papers', { when: nearest })}.`,
    404,
  )
}

export const listPapers = tool({
  name: 'list_papers',
  title: 'List papers',
  description:
    'Papers featured on a day, week, month or range, best first, with exact totals. Without arguments: the latest day. With filters and no `when`: all time.',
  input,
  output: z.object({
    day: z.string().nullable(),
    isComplete: z.boolean().nullable(),
    totalCount: z.int().nullable(),
    papers: z.array(listedPaper),
    nextCursor: z.string().nullable(),
    paperPages: z.string(),
    ...freshness,
  }),
  document: listDocument,
  variables: given => ({
    isDay: isDay(given),
    day: isDay(given) ? dayOf(given.when) : null,
    filter: isDay(given) ? null : filterOf(given),
    orderBy: { field: ORDERS[given.order] },
    first: given.limit,
    after: given.cursor ?? null,
  }),
  answer(listed) {
    const { data, input: given, site, errors } = listed
    if (isDay(given) && !data.day && errors.length === 0) throw missingDay(listed)
    const { totalCount, nodes, pageInfo } = needed(data.day?.papers ?? data.papers, errors)
    const date = data.day?.date ?? null
    const nextCursor = pageInfo.hasNextPage ? pageInfo.endCursor : null
    const title = date ? `Papers of ${date}` : `Papers ${given.when ?? 'of all time'}`
    const neighbours = [
      data.day?.previous && `day before: ${data.day.previous}`,
      data.day?.next && `day after: ${data.day.next}`,
    ].filter(Boolean)
    return {
      structured: {
        day: date,
        isComplete: data.day?.isComplete ?? null,
        totalCount,
        papers: nodes.map(toListed),
        nextCursor,
        paperPages: `${site}/papers/{paperId}`,
        ...toFreshness(data.status),
      },
      markdown: blocks(
        `# ${title}, by ${given.order}`,
        `${nodes.length} of ${counted(totalCount ?? nodes.length, 'paper')}${data.day?.isComplete === false ? '; the day is still filling' : ''}.${neighbours.length ? ` ${neighbours.join(', ')}.` : ''}`,
        listOf(
          nodes.map(paper => lineOf(paper, site, [date ? null : paper.featuredOn])),
          !given.cursor,
        ),
        nextCursor && `More: the same call with cursor ${nextCursor}`,
        freshLine(data.status, date === null),
      ),
    }
  },
})
