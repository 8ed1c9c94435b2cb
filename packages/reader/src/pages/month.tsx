import { graphql } from '../graph/graphql.ts'
import { pageOf } from '../lists/paging.ts'
import { type Period, periodPapers, periodView } from '../lists/period.tsx'
import { at } from '../parts/addresses.ts'
import { Calendar } from '../parts/calendar.tsx'
import { counted } from '../parts/count.ts'
import { isDay, monthName } from '../parts/dates.ts'
import { Elsewhere, Missing, page } from '../routing/page.ts'

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
    ) { ...PeriodPapers }
    days(between: { month: $month }, first: 31) { nodes { date paperCount } }
  }
`,
  [periodPapers],
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
    const [earlier, later] = [monthsFrom(month, -1), monthsFrom(month, 1)]
    const period: Period = {
      kind: 'month',
      title: monthName(month),
      extent: `on ${counted(days.nodes.length, 'day')}`,
      earlier: { name: monthName(earlier), href: at.month(earlier) },
      later: {
        name: monthName(later),
        href: at.month(later),
        hasBegun: Date.parse(`${later}-01`) <= asked.now,
      },
      days: <Calendar month={month} days={days.nodes} now={asked.now} />,
      papers,
    }
    return periodView(period, asked)
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
