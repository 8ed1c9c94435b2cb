import { graphql } from '../graph/graphql.ts'
import { Choices, ListHead, NoSnapshot } from '../lists/list.tsx'
import { Pager } from '../lists/pager.tsx'
import { neighboursOf, pageOf, withParameter } from '../lists/paging.ts'
import { at } from '../parts/addresses.ts'
import { count, counted } from '../parts/count.ts'
import { monthName, weekName, weekOf } from '../parts/dates.ts'
import { shortName } from '../parts/shortened.ts'
import { Title } from '../parts/title.tsx'
import { page } from '../routing/page.ts'

const trend = graphql(`
  fragment Trend on KeywordTrend {
    keyword { name }
    paperCount
    meanBefore
    change
    periodsBefore
  }
`)

const document = graphql(
  `
  query KeywordsPage($by: Bucket!, $first: Int, $after: String, $last: Int, $before: String) {
    day { date }
    rising: keywordTrends(by: $by, direction: RISING, first: 12) { ...Trend }
    falling: keywordTrends(by: $by, direction: FALLING, first: 12) { ...Trend }
    keywords(orderBy: { field: PAPER_COUNT }, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      nodes { name paperCount }
    }
  }
`,
  [trend],
)

interface MoversProps {
  title: string
  movers: readonly Mover[]
}

/** The mean and the change are null when fewer than three periods before are known. */
interface Mover {
  keyword: { name: string }
  paperCount: number
  meanBefore: number | null
  change: number | null
  /** Number of periods that the mean is of, the same for each keyword. */
  periodsBefore: number
}

/** What “Usual” is. Days that were never read take their week or month out of the mean. */
const Usual = ({ movers, by }: { movers: readonly Mover[]; by: string }) => {
  const periods = movers[0]?.periodsBefore ?? 0
  return periods < 3 ? (
    <p class="note">“Usual” needs three complete {by}s before this one.</p>
  ) : (
    <p class="note">“Usual” is the mean of the {counted(periods, `complete ${by}`)} before.</p>
  )
}

const Change = ({ change }: { change: number | null }) =>
  change === null ? (
    <td>not known</td>
  ) : (
    <td class={change > 0 ? 'up' : 'down'}>
      {change > 0 ? '+' : '−'}
      {Math.abs(change).toFixed(1)}
    </td>
  )

const Movers = ({ title, movers }: MoversProps) => (
  <section>
    <h2>{title}</h2>
    <table class="movers">
      <thead>
        <tr>
          <th scope="col">Keyword</th>
          <th scope="col">Papers</th>
          <th scope="col">Usual</th>
          <th scope="col">Change</th>
        </tr>
      </thead>
      <tbody>
        {movers.map(({ keyword: { name }, paperCount, meanBefore, change }) => (
          <tr key={name}>
            <th scope="row">
              <a href={at.keyword(name)}>{shortName(name)}</a>
            </th>
            <td>{paperCount}</td>
            <td>{meanBefore?.toFixed(1) ?? 'not known'}</td>
            <Change change={change} />
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)

/** The period that rises and falls: that of the latest day. */
function periodName(day: string | undefined, isMonth: boolean, now: number): string {
  const today = new Date(now).toISOString().slice(0, 10)
  const of = (date: string) => (isMonth ? date.slice(0, 7) : weekOf(date))
  if (!day || of(day) === of(today)) return isMonth ? 'This month so far' : 'This week so far'
  return isMonth ? monthName(of(day)) : weekName(of(day))
}

export const keywordsPage = page({
  path: '/keywords',
  document,
  variables: ({ query }) => ({
    by: query.get('by') === 'month' ? ('MONTH' as const) : ('WEEK' as const),
    ...pageOf(query, 100),
  }),
  view({ data: { day, rising, falling, keywords }, ...asked }) {
    const { url, query } = asked
    const isMonth = query.get('by') === 'month'
    return {
      title: 'Keywords',
      description: 'The keywords of papers, and which of them rise and fall.',
      section: '/keywords',
      body: (
        <>
          <ListHead title="Keywords">
            {counted(keywords.totalCount ?? 0, 'keyword')} that a model gave to papers
          </ListHead>
          {rising && falling ? (
            <>
              <div class="choice-bar">
                <Choices
                  label="Since when"
                  of={[
                    {
                      name: periodName(day?.date, false, asked.now),
                      href: withParameter(url, query, 'by', null),
                      isOn: !isMonth,
                    },
                    {
                      name: periodName(day?.date, true, asked.now),
                      href: withParameter(url, query, 'by', 'month'),
                      isOn: isMonth,
                    },
                  ]}
                />
              </div>
              <Usual movers={rising.length > 0 ? rising : falling} by={isMonth ? 'month' : 'week'} />
              <div class="pair">
                <Movers title="Rising" movers={rising} />
                <Movers title="Falling" movers={falling} />
              </div>
            </>
          ) : (
            <NoSnapshot what="Which keywords rise and fall" />
          )}
          <section>
            <h2>All keywords, by number of papers</h2>
            <ol class="cloud">
              {keywords.nodes.map(({ name, paperCount }) => (
                <li key={name}>
                  <a href={at.keyword(name)}>
                    <Title text={shortName(name)} />
                  </a>
                  {'\u00a0'}
                  <small>{count(paperCount)}</small>
                </li>
              ))}
            </ol>
            <Pager {...neighboursOf(keywords.pageInfo, asked)} />
          </section>
        </>
      ),
    }
  },
})
