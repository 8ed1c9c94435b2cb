import { graphql } from '../graph/graphql.ts'
import { askPage } from '../page/ask-page.ts'
import { at } from '../parts/addresses.ts'
import { plainText } from '../parts/formula.tsx'
import { namedLink, searchNames } from '../parts/search-names.tsx'
import { type File, served } from './file.ts'

const document = graphql(
  `
  query Suggest($query: String!) {
    papers: search(query: $query, first: 5) { hasAllWords nodes { ... on Paper { paperId title } } }
    authors: search(query: $query, in: AUTHORS, first: 3) { ...SearchNames }
    organizations: search(query: $query, in: ORGANIZATIONS, first: 2) { ...SearchNames }
    keywords: search(query: $query, in: KEYWORDS, first: 3) { ...SearchNames }
  }
`,
  [searchNames],
)

const MINUTE_SECONDS = 60

/** What a search may mean, while it is typed. */
export const suggestFile: File = async asked => {
  const query = (new URLSearchParams(asked.request.query).get('q') ?? '').trim().slice(0, 100)
  const { data, maxAgeSeconds } = await askPage({ document, variables: { query } }, asked)
  const kinds = { keyword: data?.keywords, author: data?.authors, organization: data?.organizations }
  const names = Object.entries(kinds).flatMap(([kind, found]) =>
    found?.hasAllWords
      ? found.nodes
          .map(namedLink)
          .flatMap(link => link ?? [])
          .map(({ name, href }) => ({ kind, text: name, href }))
      : [],
  )
  const papers = (data?.papers?.hasAllWords ? data.papers.nodes : []).flatMap(node =>
    'paperId' in node ? [{ kind: 'paper', text: plainText(node.title), href: at.paper(node.paperId) }] : [],
  )
  return served({
    type: 'application/json',
    body: JSON.stringify([...names, ...papers]),
    maxAgeSeconds: maxAgeSeconds ? MINUTE_SECONDS : null,
  })
}
