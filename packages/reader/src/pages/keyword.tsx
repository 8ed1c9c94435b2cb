import { graphql } from '../graph/graphql.ts'
import { namedPapers, namedView } from '../lists/named-papers.tsx'
import { chosenIn, Narrow, sharedKeywords } from '../lists/narrow.tsx'
import { pageOf } from '../lists/paging.ts'
import { at } from '../parts/addresses.ts'
import { shortName } from '../parts/shortened.ts'
import { Timeline } from '../parts/timeline.tsx'
import { Missing, page } from '../routing/page.ts'

const document = graphql(
  `
  query KeywordPage(
    $name: String!
    $all: [String!]!
    $isNarrowed: Boolean!
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    keyword(name: $name) {
      name
      timeline(by: MONTH) { from paperCount atLeast }
      papers(first: $first, after: $after, last: $last, before: $before) @skip(if: $isNarrowed) {
        ...NamedPapers
      }
    }
    narrowed: papers(
      filter: { allKeywords: $all }
      first: $first
      after: $after
      last: $last
      before: $before
    ) @include(if: $isNarrowed) { ...NamedPapers }
    stats(filter: { allKeywords: $all }) { ...SharedKeywords }
  }
`,
  [namedPapers, sharedKeywords],
)

const listed = new Intl.ListFormat('en-GB')

export const keywordPage = page({
  path: '/keywords/*',
  document,
  variables({ params: { rest = '' }, query }) {
    const chosen = chosenIn(query)
    return { name: rest, all: [rest, ...chosen], isNarrowed: chosen.length > 0, ...pageOf(query, 50) }
  },
  view({ data: { keyword, narrowed, stats }, params: { rest = '' }, ...asked }) {
    if (!keyword) {
      const hint = (
        <>
          No paper has it. <a href={at.search(rest)}>Search for its words</a>, or see{' '}
          <a href="/keywords">which keywords there are</a>.
        </>
      )
      return new Missing(hint, `No keyword “${rest.slice(0, 80)}”`)
    }
    const chosen = chosenIn(asked.query)
    const { name } = keyword
    const all = [name, ...chosen]
    return namedView(
      {
        kind: 'keyword',
        ref: name,
        title: all.join(' + '),
        shown: all.map((each, i) => (
          <>
            {i > 0 && ' + '}
            <span key={each} class="keyword">
              {shortName(each)}
            </span>
          </>
        )),
        canonical: at.keyword(name),
        tie: chosen.length > 0 ? `with the keywords ${listed.format(all)}` : `with the keyword ${name}`,
        isNarrowed: chosen.length > 0,
        papers: narrowed ?? keyword.papers,
        mail: chosen.length > 0 ? { allKeywords: all } : { keywords: [name] },
        children: (
          <>
            {chosen.length === 0 && <Timeline points={keyword.timeline} />}
            <Narrow stats={stats} asked={asked} except={name} />
          </>
        ),
      },
      asked,
    )
  },
})
