import { graphql } from '../graph/graphql.ts'
import { Missing, page } from '../page/page.ts'
import { at } from '../parts/addresses.ts'
import { counted } from '../parts/count.ts'
import { Feeds } from '../parts/feeds.tsx'
import { Follow } from '../parts/follow.tsx'
import { ListHead, PaperList } from '../parts/list.tsx'
import { neighboursOf, pageOf } from '../parts/paging.ts'
import { paperRow } from '../parts/paper-row.tsx'
import { Timeline } from '../parts/timeline.tsx'

const document = graphql(
  `
  query KeywordPage($name: String!, $first: Int, $after: String, $last: Int, $before: String) {
    keyword(name: $name) {
      name
      timeline(by: MONTH) { from paperCount }
      papers(first: $first, after: $after, last: $last, before: $before) {
        totalCount
        feedUrl
        jsonFeed: feedUrl(format: JSON)
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
        nodes { ...PaperRow }
      }
    }
  }
`,
  [paperRow],
)

export const keywordPage = page({
  path: '/keywords/*',
  document,
  variables: ({ params: { rest = '' }, query }) => ({ name: rest, ...pageOf(query, 50) }),
  view({ data: { keyword }, params: { rest = '' }, ...asked }) {
    if (!keyword) {
      const hint = (
        <>
          No paper has it. <a href={at.search(rest)}>Search for its words</a>, or see{' '}
          <a href="/keywords">which keywords there are</a>.
        </>
      )
      return new Missing(hint, `No keyword “${rest.slice(0, 80)}”`)
    }
    const { papers, timeline } = keyword
    const total = counted(papers.totalCount ?? 0, 'paper')
    return {
      title: keyword.name,
      description: `${total} with the keyword ${keyword.name} on Daily Papers.`,
      canonical: at.keyword(keyword.name),
      feeds: { atom: papers.feedUrl, json: papers.jsonFeed },
      mail: { keywords: [keyword.name] },
      section: '/keywords',
      body: (
        <>
          <ListHead
            title={<span class="keyword">{keyword.name}</span>}
            aside={<Follow kind="keyword" name={keyword.name} />}
          >
            {total} that a model gave this keyword, newest first ·{' '}
            <Feeds atom={papers.feedUrl} json={papers.jsonFeed} />
          </ListHead>
          <Timeline points={timeline} />
          <PaperList
            papers={papers.nodes}
            now={asked.now}
            hasDays
            neighbours={neighboursOf(papers.pageInfo, asked)}
          />
        </>
      ),
    }
  },
})
