import { graphql } from '../graph/graphql.ts'
import { pageOf } from '../lists/paging.ts'
import { type Period, periodPapers, periodView } from '../lists/period.tsx'
import { at } from '../parts/addresses.ts'
import { addDays, mediumDay, mondayOf, shortDay, weekName, weekOf } from '../parts/dates.ts'
import { DayStrip } from '../parts/day-strip.tsx'
import { Elsewhere, Missing, page } from '../routing/page.ts'

const document = graphql(
  `
  query WeekPage($week: String!, $first: Int, $after: String, $last: Int, $before: String) {
    papers(
      filter: { featured: { week: $week } }
      orderBy: { field: UPVOTES }
      first: $first
      after: $after
      last: $last
      before: $before
    ) { ...PeriodPapers }
    days(between: { week: $week }, first: 7) { nodes { date paperCount } }
  }
`,
  [periodPapers],
)

/** The days from Monday to the newest that has papers, newest first. Those without papers have no count. */
function everyDay(days: readonly { date: string; paperCount: number }[], monday: string) {
  const newest = days[0]?.date ?? ''
  return Array.from({ length: 7 }, (_, i) => addDays(monday, i))
    .filter(date => date <= newest)
    .map(date => days.find(day => day.date === date) ?? { date, paperCount: null })
    .reverse()
}

export const weekPage = page({
  path: '/weeks/:week',
  document,
  variables({ params: { week = '' }, query }) {
    if (mondayOf(week)) return { week, ...pageOf(query, 50) }
    return new Missing(
      <>
        Write a week of ISO 8601, as in <a href="/weeks/2026-W22">/weeks/2026-W22</a>.
      </>,
      `“${week.slice(0, 80)}” is no week`,
    )
  },
  view({ data: { papers, days }, params: { week = '' }, ...asked }) {
    const monday = mondayOf(week) ?? week
    const [earlier, later] = [weekOf(addDays(monday, -7)), weekOf(addDays(monday, 7))]
    const period: Period = {
      kind: 'week',
      title: `${weekName(week)} of ${week.slice(0, 4)}`,
      extent: `from ${shortDay(monday)} to ${mediumDay(addDays(monday, 6))}`,
      earlier: { name: weekName(earlier), href: at.week(earlier) },
      later: {
        name: weekName(later),
        href: at.week(later),
        hasBegun: Date.parse(addDays(monday, 7)) <= asked.now,
      },
      days: <DayStrip days={everyDay(days.nodes, monday)} current="" label="Days of the week" />,
      papers,
    }
    return periodView(period, asked)
  },
})

export const latestWeekPage = page({
  path: '/weeks',
  document: graphql(`
    query LatestWeek {
      day { date }
    }
  `),
  variables: () => ({}),
  view: ({ data: { day }, now }) =>
    new Elsewhere(at.week(weekOf(day?.date ?? new Date(now).toISOString().slice(0, 10)))),
})
