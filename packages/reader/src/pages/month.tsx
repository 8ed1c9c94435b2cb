import { graphql } from '../graph/graphql.ts'
import { Elsewhere, Missing, page } from '../page/page.ts'
import { at } from '../parts/addresses.ts'
import { Calendar } from '../parts/calendar.tsx'
import { counted } from '../parts/count.ts'
import { isDay, monthName } from '../parts/dates.ts'
import { ListHead, PaperList } from '../parts/list.tsx'
import { neighboursOf, pageOf } from '../parts/paging.ts'
import { paperRow } from '../parts/paper-row.tsx'

const document = graphql(
  `
  query MonthPage($month: String!, $first: Int, $after: String, $last: Int, $before: String) {
    papers(
      filter: { featured: { month: $month } }
      orderBy: { field: UPVOTES }
      first: $first
      after: $after
      last: $last
      before: $before
    ) {
      totalCount
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      nodes { ...PaperRow }
    }
    days(between: { month: $month }, first: 31) { nodes { date paperCount } }
  }
`,
  [paperRow],
)

const monthsFrom = (month: string, by: number): string => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7)
}

export const monthPage = page({
  path: '/months/:month',
  document,
  variables({ params: { month = '' }, query }) {
    if (isDay(`${month}-01`)) return { month, ...pageOf(query, 50) }
    return new Missing(
      <>
        Write a month as in <a href="/months/2026-05">/months/2026-05</a>.
      </>,
      `“${month.slice(0, 80)}” is no month`,
    )
  },
  view({ data: { papers, days }, params: { month = '' }, ...asked }) {
    const title = monthName(month)
    const [earlier, later] = [monthsFrom(month, -1), monthsFrom(month, 1)]
    const hasFollowing = Date.parse(`${later}-01`) <= asked.now
    return {
      title,
      description: `The papers of ${title}, by upvotes.`,
      previous: at.month(earlier),
      next: hasFollowing ? at.month(later) : null,
      section: '/months',
      body: (
        <>
          <ListHead
            title={title}
            aside={
              <nav class="neighbours" aria-label="Months before and after">
                <a href={at.month(earlier)}>‹ {monthName(earlier)}</a>
                {hasFollowing && <a href={at.month(later)}>{monthName(later)} ›</a>}
              </nav>
            }
          >
            {papers && counted(papers.totalCount ?? 0, 'paper')} on {counted(days.nodes.length, 'day')}, by
            upvotes
          </ListHead>
          <Calendar month={month} days={days.nodes} />
          <PaperList
            papers={papers?.nodes ?? []}
            now={asked.now}
            hasDays
            neighbours={papers ? neighboursOf(papers.pageInfo, asked) : { previous: null, next: null }}
            empty="The feed featured no papers in this month."
          />
        </>
      ),
    }
  },
})

export const latestMonthPage = page({
  path: '/months',
  document: graphql(`
    query LatestMonth {
      day { date }
    }
  `),
  variables: () => ({}),
  view: ({ data: { day }, now }) =>
    new Elsewhere(at.month((day?.date ?? new Date(now).toISOString()).slice(0, 7))),
})
