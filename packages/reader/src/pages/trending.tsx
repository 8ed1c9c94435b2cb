import { graphql } from '../graph/graphql.ts'
import { ListHead, PaperList, pagedPapers } from '../lists/list.tsx'
import { pageOf } from '../lists/paging.ts'
import { page } from '../routing/page.ts'

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
    ) { ...PagedPapers }
  }
`,
  [pagedPapers],
)

export const trendingPage = page({
  path: '/trending',
  document,
  variables: ({ query }) => pageOf(query, 50),
  view({ data: { papers }, ...asked }) {
    return {
      title: 'Trending papers',
      description: 'Papers by upvotes, halved for every 36 hours since their day.',
      section: '/trending',
      body: (
        <>
          <ListHead title="Trending">
            Papers of the last 14 days by upvotes, halved for every 36 hours since their day.
          </ListHead>
          <PaperList page={papers} asked={asked} empty="This site has no papers of the last 14 days." />
        </>
      ),
    }
  },
})
