import { graphql } from '../graph/graphql.ts'
import { Choices, ListHead } from '../lists/list.tsx'
import { Pager } from '../lists/pager.tsx'
import { neighboursOf, pageOf, withParameter } from '../lists/paging.ts'
import { PaperRow, paperRow } from '../lists/paper-row.tsx'
import { count, counted } from '../parts/count.ts'
import { page } from '../routing/page.ts'

const document = graphql(
  `
  query RisingPage(
    $window: RisingWindow!
    $metric: Metric!
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    rising(window: $window, metric: $metric, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      nodes { gained paper { ...PaperRow } }
    }
  }
`,
  [paperRow],
)

const windows = { day: 'DAY', '3days': 'THREE_DAYS', week: 'WEEK' } as const
const windowNames = { day: 'in a day', '3days': 'in three days', week: 'in a week' }
const metrics = { upvotes: 'UPVOTES', comments: 'COMMENTS', stars: 'GITHUB_STARS' } as const
const metricNames = { upvotes: 'upvotes', comments: 'comments', stars: 'GitHub stars' }

const gainText = {
  upvotes: count,
  comments: (gained: number) => counted(gained, 'comment'),
  stars: (gained: number) => `${count(gained)} ★`,
}

const chosen = <Key extends string>(of: Record<Key, unknown>, asked: string | null, usual: Key): Key =>
  asked !== null && Object.hasOwn(of, asked) ? (asked as Key) : usual

export const risingPage = page({
  path: '/rising',
  document,
  variables: ({ query }) => ({
    window: windows[chosen(windows, query.get('window'), 'day')],
    metric: metrics[chosen(metrics, query.get('metric'), 'upvotes')],
    ...pageOf(query, 50),
  }),
  view({ data: { rising }, ...asked }) {
    const { query, url } = asked
    const window = chosen(windows, query.get('window'), 'day')
    const metric = chosen(metrics, query.get('metric'), 'upvotes')
    const choice = <Key extends string>(name: string, names: Record<Key, string>, current: Key) =>
      (Object.keys(names) as Key[]).map(key => ({
        name: names[key],
        href: withParameter(url, query, name, key),
        isOn: key === current,
      }))
    return {
      title: 'Rising papers',
      description: 'The papers that gained most in the last day, three days or week.',
      section: '/rising',
      body: (
        <>
          <ListHead title="Rising">
            {counted(rising.totalCount ?? 0, 'paper')} gained {metricNames[metric]} {windowNames[window]},
            most first
          </ListHead>
          <div class="choice-bar">
            <Choices label="Since when" of={choice('window', windowNames, window)} />
            <Choices label="Of what" of={choice('metric', metricNames, metric)} />
          </div>
          {rising.nodes.length === 0 && (
            <p class="note">
              Nothing has moved yet. Gains show once the feed has been read a few times: on a new system that
              takes some hours.
            </p>
          )}
          <ol class="papers">
            {rising.nodes.map(
              ({ gained, paper }) =>
                paper && (
                  <PaperRow
                    key={paper.paperId}
                    paper={paper}
                    gain={{
                      text: gainText[metric](gained),
                      title: `${metricNames[metric]} ${windowNames[window]}`,
                    }}
                    hasDay
                    now={asked.now}
                  />
                ),
            )}
          </ol>
          <Pager {...neighboursOf(rising.pageInfo, asked)} />
        </>
      ),
    }
  },
})
