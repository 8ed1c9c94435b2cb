import { graphql } from '../graph/graphql.ts'
import { Elsewhere, Missing, page } from '../page/page.ts'
import { at } from '../parts/addresses.ts'
import { counted } from '../parts/count.ts'
import { addDays, mediumDay, mondayOf, shortDay, weekOf } from '../parts/dates.ts'
import { DayStrip } from '../parts/day-strip.tsx'
import { ListHead, PaperList } from '../parts/list.tsx'
import { neighboursOf, pageOf } from '../parts/paging.ts'
import { paperRow } from '../parts/paper-row.tsx'

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
    ) {
      totalCount
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      nodes { ...PaperRow }
    }
    days(between: { week: $week }, first: 7) { nodes { date paperCount } }
  }
`,
  [paperRow],
)

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
    const sunday = addDays(monday, 6)
    const [earlier, later] = [weekOf(addDays(monday, -7)), weekOf(addDays(monday, 7))]
    const title = `Week ${Number(week.slice(-2))} of ${week.slice(0, 4)}`
    const neighbours = papers ? neighboursOf(papers.pageInfo, asked) : { previous: null, next: null }
    const hasFollowing = Date.parse(addDays(monday, 7)) <= asked.now
    return {
      title,
      description: `The papers of ${mediumDay(monday)} to ${mediumDay(sunday)}, by upvotes.`,
      previous: at.week(earlier),
      next: hasFollowing ? at.week(later) : null,
      section: '/weeks',
      body: (
        <>
          <ListHead
            title={title}
            aside={
              <nav class="neighbours" aria-label="Weeks before and after">
                <a href={at.week(earlier)}>‹ Week {Number(earlier.slice(-2))}</a>
                {hasFollowing && <a href={at.week(later)}>Week {Number(later.slice(-2))} ›</a>}
              </nav>
            }
          >
            {papers && counted(papers.totalCount ?? 0, 'paper')} from {shortDay(monday)} to{' '}
            {mediumDay(sunday)}, by upvotes
          </ListHead>
          <DayStrip days={days.nodes.toReversed()} current="" label="Days of the week" />
          <PaperList
            papers={papers?.nodes ?? []}
            now={asked.now}
            hasDays
            neighbours={neighbours}
            empty="The feed featured no papers in this week."
          />
        </>
      ),
    }
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
