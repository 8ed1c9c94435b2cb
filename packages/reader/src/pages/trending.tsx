import { graphql } from '../graph/graphql.ts'
import { page } from '../page/page.ts'
import { ListHead, PaperList } from '../parts/list.tsx'
import { neighboursOf, pageOf } from '../parts/paging.ts'
import { paperRow } from '../parts/paper-row.tsx'

const document = graphql(
  `
  query TrendingPage($first: Int, $after: String, $last: Int, $before: String) {
    papers(
      filter: { featured: { lastDays: 14 } }
      orderBy: { field: TRENDING }
      first: $first
      after: $after
      last: $last
      before: $before
    ) {
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      nodes { ...PaperRow }
    }
  }
`,
  [paperRow],
)

export const trendingPage = page({
  path: '/trending',
  document,
  variables: ({ query }) => pageOf(query, 50),
  view({ data: { papers }, ...asked }) {
    return {
      title: 'Trending papers',
      description: 'Papers by upvotes that lose half their weight every 36 hours.',
      section: '/trending',
      body: (
        <>
          <ListHead title="Trending">
            Upvotes that lose half their weight every 36 hours, over the last 14 days
          </ListHead>
          <PaperList
            papers={papers?.nodes ?? []}
            now={asked.now}
            hasDays
            neighbours={papers ? neighboursOf(papers.pageInfo, asked) : { previous: null, next: null }}
            empty="The feed featured no papers in the last 14 days."
          />
        </>
      ),
    }
  },
})
