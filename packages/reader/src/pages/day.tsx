import type { ResultOf } from 'gql.tada'
import { graphql } from '../graph/graphql.ts'
import { feedLinks } from '../lists/feeds.tsx'
import { PaperRow, paperRow } from '../lists/paper-row.tsx'
import { at } from '../parts/addresses.ts'
import { counted } from '../parts/count.ts'
import {
  addDays,
  DAY_MS,
  instantText,
  isDay,
  longDay,
  mediumDay,
  monthName,
  shortDay,
  weekday,
  weekName,
  weekOf,
} from '../parts/dates.ts'
import { DayStrip } from '../parts/day-strip.tsx'
import { Dots } from '../parts/dots.tsx'
import { type Given, Missing, page, type View } from '../routing/page.ts'

const dayPaper = graphql(
  `
  fragment DayPaper on Paper {
    ...PaperRow
  }
`,
  [paperRow],
)

const document = graphql(
  `
  query DayPage($date: Date, $until: Date) {
    day(date: $date) {
      date
      isComplete
      previous
      next
      updatedAt
      papers(first: 100) {
        totalCount
        feedUrl
        jsonFeed: feedUrl(format: JSON)
        nodes { ...DayPaper }
      }
    }
    days(first: 14, between: { days: { to: $until } }) { nodes { date paperCount } }
    earlier: days(first: 1, between: { days: { to: $until } }) { nodes { date } }
  }
`,
  [dayPaper],
)

type Day = NonNullable<ResultOf<typeof document>['day']>

function Neighbours({ previous, next, label }: Pick<Day, 'previous' | 'next'> & { label: string }) {
  return (
    <nav class="neighbours" aria-label={label}>
      {previous && (
        <a href={at.day(previous)} rel="prev" title={longDay(previous)}>
          ‹ {shortDay(previous)}
        </a>
      )}
      {next && (
        <a href={at.day(next)} rel="next" title={longDay(next)}>
          {shortDay(next)} ›
        </a>
      )}
    </nav>
  )
}

/** A day fills until late papers stop. An older day that is not complete was read too early. */
const FILLING_MS = 3 * DAY_MS

function DayBody({ day, days, now }: { day: Day; days: ResultOf<typeof document>['days']; now: number }) {
  const { date, papers } = day
  return (
    <>
      <header class="head">
        <h1>{longDay(date)}</h1>
        <Neighbours {...day} label="Days before and after" />
        <p class="about">
          <Dots
            of={[
              counted(papers.nodes.length, 'paper') +
                (day.isComplete
                  ? ''
                  : now - Date.parse(date) < FILLING_MS
                    ? ', still filling'
                    : ', late papers may be missing'),
              day.updatedAt && `updated ${instantText(day.updatedAt)}`,
              <span class="whole">
                <a href={at.week(weekOf(date))}>{weekName(weekOf(date))}</a> ·{' '}
                <a href={at.month(date.slice(0, 7))}>{monthName(date.slice(0, 7))}</a>
              </span>,
              ...feedLinks({ atom: papers.feedUrl, json: papers.jsonFeed }),
            ]}
          />
        </p>
      </header>
      <DayStrip days={days.nodes} current={date} />
      <ol class="papers">
        {papers.nodes.map((paper, i) => (
          <PaperRow key={paper.paperId} paper={paper} place={i + 1} now={now} />
        ))}
      </ol>
      <Neighbours {...day} label="On to the days before and after" />
    </>
  )
}

function viewOf(
  { data: { day, days }, now }: Given<ResultOf<typeof document>>,
  isLatest: boolean,
): View | null {
  if (!day) return null
  const { date, papers } = day
  const best = papers.nodes.slice(0, 3).map(({ title }) => title)
  return {
    title: isLatest ? 'Daily Papers' : longDay(date),
    description: `${counted(papers.nodes.length, 'paper')} of ${mediumDay(date)}, by upvotes: ${best.join('; ')}.`,
    canonical: isLatest ? '/' : at.day(date),
    image: papers.nodes[0]?.thumbnail ?? null,
    markdown: `${at.day(date)}.md`,
    feeds: { atom: papers.feedUrl, json: papers.jsonFeed },
    mail: {},
    previous: day.previous && at.day(day.previous),
    next: day.next && at.day(day.next),
    ...(isLatest && { section: '/' }),
    body: <DayBody day={day} days={days} now={now} />,
  }
}

export const latestDayPage = page({
  path: '/',
  document,
  variables: () => ({}),
  view: given =>
    viewOf(given, true) ??
    new Missing('The feed has not been read yet. Reload in a minute.', 'No papers yet'),
})

/** The strip of days ends a few days later, so that the day is among its neighbours. */
const DAYS_AFTER = 4

export const dayPage = page({
  path: '/days/:date',
  document,
  variables({ params: { date = '' } }) {
    if (!isDay(date))
      return new Missing(
        <>
          Write a date as in{' '}
          <a class="date" href="/days/2026-05-29">
            /days/2026-05-29
          </a>
          .
        </>,
        `“${date}” is not a date`,
      )
    return { date, until: addDays(date, DAYS_AFTER) }
  },
  view(given) {
    const {
      params: { date = '' },
      data,
    } = given
    const shown = viewOf(given, false)
    if (shown) return shown
    const distance = ({ date: near }: { date: string }) => Math.abs(Date.parse(near) - Date.parse(date))
    const nearest = data.days.nodes
      .toSorted((one, other) => distance(one) - distance(other))
      .slice(0, 4)
      .toSorted((one, other) => one.date.localeCompare(other.date))
    return new Missing(
      <>
        This site has no papers for {longDay(date)}.
        {nearest.length > 0 && ' The nearest days that have papers: '}
        {nearest.map(({ date: near }, i) => (
          <>
            {i > 0 && ', '}
            <a class="date" href={at.day(near)}>
              {weekday(near)} {mediumDay(near)}
            </a>
          </>
        ))}
        {nearest.length > 0 && '.'}
      </>,
      'A day without papers',
    )
  },
})
