import type { ResultOf } from 'gql.tada'
import { graphql } from '../graph/graphql.ts'
import { type Asked, Elsewhere, page } from '../page/page.ts'
import { at } from '../parts/addresses.ts'
import { counted } from '../parts/count.ts'
import { NoSnapshot } from '../parts/list.tsx'
import { Pager } from '../parts/pager.tsx'
import { neighboursOf, pageOf } from '../parts/paging.ts'
import { PaperRow, paperRow } from '../parts/paper-row.tsx'
import { SearchBox } from '../parts/search-box.tsx'
import { Facets, searchFacets } from '../parts/search-facets.tsx'
import { Names, searchNames } from '../parts/search-names.tsx'

const document = graphql(
  `
  query SearchPage(
    $query: String!
    $hasQuery: Boolean!
    $filter: PaperFilter
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    search(query: $query, filter: $filter, first: $first, after: $after, last: $last, before: $before)
      @include(if: $hasQuery) {
      totalCount
      hasAllWords
      facets { ...SearchFacets }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      edges {
        highlights { field text ranges { start end } }
        node { ... on Paper { ...PaperRow } }
      }
    }
    authors: search(query: $query, in: AUTHORS, first: 4) @include(if: $hasQuery) { ...SearchNames }
    organizations: search(query: $query, in: ORGANIZATIONS, first: 4) @include(if: $hasQuery) { ...SearchNames }
    keywords: search(query: $query, in: KEYWORDS, first: 6) @include(if: $hasQuery) { ...SearchNames }
  }
`,
  [paperRow, searchFacets, searchNames],
)

type Data = ResultOf<typeof document>
type Found = NonNullable<Data['search']>

/** What names a paper rather than searching for one: an arXiv id, a DOI or a URL. */
const REFERENCE = /^(?:(?:arxiv:)?\d{4}\.\d{4,5}(?:v\d+)?|10\.48550\/arxiv\.\S+|https?:\/\/\S+)$/i

function filterOf(query: URLSearchParams) {
  const [year, organization] = [query.get('year'), query.get('organization')]
  const keywords = query.getAll('keyword')
  return {
    ...(year &&
      /^\d{4}$/.test(year) && { featured: { days: { from: `${year}-01-01`, to: `${year}-12-31` } } }),
    ...(organization && { organizations: [organization] }),
    ...(keywords.length > 0 && { keywords }),
    ...(query.get('code') && { hasCode: true }),
  }
}

function Results({ found, asked }: { found: Found; asked: Asked }) {
  return (
    <>
      <ol class="papers">
        {found.edges.map(({ node, highlights }) =>
          'paperId' in node ? (
            <PaperRow key={node.paperId} paper={node} highlights={highlights} hasDay now={asked.now} />
          ) : null,
        )}
      </ol>
      <Pager {...neighboursOf(found.pageInfo, asked)} />
    </>
  )
}

function Body({ data, asked, query }: { data: Data; asked: Asked; query: string }) {
  const { search } = data
  const total = search?.totalCount ?? 0
  return (
    <>
      <header class="head">
        <h1>Search</h1>
        <SearchBox label="Search for" value={query} hasButton />
        {search && (
          <p class="about">
            {total === 0
              ? 'Nothing was found. Use fewer words, or the beginning of one.'
              : search.hasAllWords
                ? `${counted(total, 'paper')}, best first`
                : `No paper has all of the words. ${counted(total, 'paper')} with any of them, best first`}
          </p>
        )}
      </header>
      {query === '' && (
        <p class="note">
          Words, their beginnings, and phrases in double quotes, in titles, abstracts, summaries, keywords and
          names of authors. An arXiv id or the URL of a paper leads to its page. Try{' '}
          <a href={at.search('world models')}>world models</a> or{' '}
          <a href={at.search('"chain of thought"')}>"chain of thought"</a>.
        </p>
      )}
      {query !== '' && !search && <NoSnapshot what="Search" />}
      <Names title="Authors" of={data.authors} />
      <Names title="Organizations" of={data.organizations} />
      <Names title="Keywords" of={data.keywords} />
      {search && total > 0 && (
        <div class="found">
          <div>
            <Results found={search} asked={asked} />
          </div>
          {search.facets && <Facets facets={search.facets} asked={asked} />}
        </div>
      )}
    </>
  )
}

export const searchPage = page({
  path: '/search',
  document,
  variables({ query }) {
    const text = (query.get('q') ?? '').trim()
    if (REFERENCE.test(text)) return new Elsewhere(`/papers/${text.replace(/^arxiv:/i, '')}`)
    return { query: text, hasQuery: text !== '', filter: filterOf(query), ...pageOf(query, 20) }
  },
  view({ data, ...asked }) {
    const query = (asked.query.get('q') ?? '').trim()
    return {
      title: query ? `“${query.slice(0, 80)}”` : 'Search',
      description: 'Search the papers of Daily Papers.',
      section: '/search',
      isPrivate: query !== '',
      body: <Body data={data} asked={asked} query={query} />,
    }
  },
})
