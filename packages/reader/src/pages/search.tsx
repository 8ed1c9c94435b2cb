import type { ResultOf } from 'gql.tada'
import { graphql } from '../graph/graphql.ts'
import { Choices, NoSnapshot } from '../lists/list.tsx'
import { Pager } from '../lists/pager.tsx'
import { neighboursOf, pageOf, withParameter } from '../lists/paging.ts'
import { PaperRow, paperRow } from '../lists/paper-row.tsx'
import { at } from '../parts/addresses.ts'
import { counted } from '../parts/count.ts'
import { isSameName } from '../parts/same-name.ts'
import { SearchBox } from '../parts/search-box.tsx'
import { type Asked, Elsewhere, type MailFilter, page } from '../routing/page.ts'
import { Facets, searchFacets } from '../search/search-facets.tsx'
import { Names, searchNames } from '../search/search-names.tsx'

const document = graphql(
  `
  query SearchPage(
    $query: String!
    $hasQuery: Boolean!
    $filter: PaperFilter
    $order: SearchOrder!
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    search(
      query: $query
      filter: $filter
      orderBy: $order
      first: $first
      after: $after
      last: $last
      before: $before
    ) @include(if: $hasQuery) {
      totalCount
      correctedQuery
      facets { ...SearchFacets }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      edges {
        hasAllWords
        title: highlights(fields: [TITLE]) { field text ranges { start end } }
        names: highlights(fields: [AUTHOR]) { text ranges { start end } }
        texts: highlights(fields: [AI_SUMMARY, ABSTRACT], snippet: 280) { field text ranges { start end } }
        node { ... on Paper { ...PaperRow } }
      }
    }
    authors: search(query: $query, in: AUTHORS, first: 4) @include(if: $hasQuery) { ...SearchNames }
    organizations: search(query: $query, in: ORGANIZATIONS, first: 4) @include(if: $hasQuery) { ...SearchNames }
    keywords: search(query: $query, in: KEYWORDS, first: 6) @include(if: $hasQuery) { ...SearchNames }
    status @skip(if: $hasQuery) { snapshotAt }
  }
`,
  [paperRow, searchFacets, searchNames],
)

type Data = ResultOf<typeof document>
type Found = NonNullable<Data['search']>
type Edge = Found['edges'][number]

/** A query that identifies a paper: an arXiv id, a DOI or a URL. */
const REFERENCE = /^(?:(?:arxiv:)?\d{4}\.\d{4,5}(?:v\d+)?|10\.48550\/arxiv\.\S+|https?:\/\/\S+)$/i

function filterOf(query: URLSearchParams) {
  const [year, organization] = [query.get('year'), query.get('organization')]
  const keywords = query.getAll('keyword')
  return {
    ...(year &&
      /^\d{4}$/.test(year) && { featured: { days: { from: `${year}-01-01`, to: `${year}-12-31` } } }),
    ...(organization && { organizations: [organization] }),
    ...(keywords.length > 0 && { allKeywords: keywords.slice(0, 8) }),
    ...(query.get('code') && { hasCode: true }),
  }
}

const ORDERS = { relevance: 'RELEVANCE', date: 'DATE', votes: 'VOTES' } as const
const orderIn = (query: URLSearchParams): keyof typeof ORDERS => {
  const asked = query.get('order') ?? ''
  return asked === 'date' || asked === 'votes' ? asked : 'relevance'
}

/** The filter of a search for mails, without days: mails choose their own. */
function mailOf(text: string, query: URLSearchParams): MailFilter | undefined {
  const { featured: _, ...filter } = filterOf(query)
  const all = { ...(text && { text }), ...filter }
  return Object.keys(all).length > 0 ? all : undefined
}

/** Authors that were found: by the whole name, or by a part of it where nothing else of the paper was. */
function authorsFound({ names, title, texts }: Edge): string[] {
  const whole = names.filter(
    ({ text, ranges }) => ranges[0]?.start === 0 && ranges.at(-1)?.end === text.length,
  )
  const shown = whole.length === 0 && title.length + texts.length === 0 ? names : whole
  return shown.map(({ text }) => text)
}

/** Whether the query is the name of an author, whose papers are all there is to find. */
const isAuthor = ({ authors }: Data, query: string): boolean =>
  authors?.nodes.some(node => node.__typename === 'Author' && isSameName(node.name, query)) ?? false

interface ResultsProps {
  found: Found
  asked: Asked
  hasOthers: boolean
}

function Results({ found, asked, hasOthers }: ResultsProps) {
  const firstOther = found.edges.findIndex(({ hasAllWords }) => !hasAllWords)
  const rows = (edges: Found['edges']) => (
    <ol class="papers">
      {edges.map(edge =>
        'paperId' in edge.node ? (
          <PaperRow
            key={edge.node.paperId}
            paper={edge.node}
            highlights={[...edge.title, ...edge.texts]}
            wanted={authorsFound(edge)}
            sought={asked.query.getAll('keyword')}
            hasDay
            now={asked.now}
          />
        ) : null,
      )}
    </ol>
  )
  const [having, others] =
    firstOther < 0 ? [found.edges, []] : [found.edges.slice(0, firstOther), found.edges.slice(firstOther)]
  return (
    <>
      {having.length > 0 && rows(having)}
      {hasOthers && others.length > 0 && (
        <>
          <h2 class="closest">Closest by words and meaning</h2>
          {rows(others)}
        </>
      )}
      {(hasOthers || others.length === 0) && <Pager {...neighboursOf(found.pageInfo, asked)} />}
    </>
  )
}

const Tips = () => (
  <p class="note">
    Search for words, their beginnings, or phrases in double quotes. They are looked up in titles, abstracts,
    summaries, keywords and names of authors. An arXiv id or the URL of a paper leads to its page. Try{' '}
    <a href={at.search('world models')}>world models</a> or{' '}
    <a href={at.search('"chain of thought"')}>"chain of thought"</a>.
  </p>
)

function Found({ found, asked, hasOthers }: ResultsProps) {
  const { url, query } = asked
  const total = found.totalCount ?? 0
  const nothing =
    found.edges.length > 0
      ? 'No paper has all of these words.'
      : 'No paper has these words. Use fewer words, or only the beginning of a word.'
  const name = { relevance: 'Best first', date: 'Newest first', votes: 'By upvotes' }
  return (
    <>
      <div class="choice-bar">
        <p class="note">
          {total > 0 ? counted(total, 'paper') : nothing}
          {found.correctedQuery && (
            <>
              {' '}
              for <b>{found.correctedQuery}</b>
            </>
          )}
        </p>
        {total > 1 && (
          <Choices
            label="Order"
            of={(['relevance', 'date', 'votes'] as const).map(order => ({
              name: name[order],
              href: withParameter(url, query, 'order', order === 'relevance' ? null : order),
              isOn: orderIn(query) === order,
            }))}
          />
        )}
      </div>
      <div class="found">
        {total > 1 && found.facets && <Facets facets={found.facets} asked={asked} total={total} />}
        <div>
          <Results found={found} asked={asked} hasOthers={hasOthers} />
        </div>
      </div>
    </>
  )
}

function Body({ data, asked, query }: { data: Data; asked: Asked; query: string }) {
  const { search } = data
  return (
    <>
      <header class="head">
        <h1>Search</h1>
        <SearchBox label="Search for" value={query} hasButton />
      </header>
      {query === '' && <Tips />}
      <Names title="Author pages" of={data.authors} />
      <Names title="Organization pages" of={data.organizations} />
      <Names title="Keyword pages" of={data.keywords} />
      {!search && !data.status?.snapshotAt && <NoSnapshot what="Search results" />}
      {search && (
        <Found found={search} asked={asked} hasOthers={search.totalCount === 0 || !isAuthor(data, query)} />
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
    return {
      query: text,
      hasQuery: text !== '',
      filter: filterOf(query),
      order: ORDERS[orderIn(query)],
      ...pageOf(query, 20),
    }
  },
  view({ data, ...asked }) {
    const query = (asked.query.get('q') ?? '').trim()
    return {
      title: query ? `“${query.slice(0, 80)}”` : 'Search',
      description: 'Search the papers of Daily Papers.',
      section: '/search',
      mail: data.search?.totalCount ? mailOf(query, asked.query) : undefined,
      isPrivate: query !== '',
      body: <Body data={data} asked={asked} query={query} />,
    }
  },
})
