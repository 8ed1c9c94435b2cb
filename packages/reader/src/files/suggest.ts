import { graphql } from '../graph/graphql.ts'
import { at } from '../parts/addresses.ts'
import { plainText } from '../parts/formula.tsx'
import { askPage } from '../serve/ask-page.ts'
import { type File, served } from './file.ts'

const document = graphql(`
  query Suggest($query: String!) {
    papers: search(query: $query, first: 5) { hasAllWords nodes { ... on Paper { paperId title } } }
    authors: search(query: $query, in: AUTHORS, first: 3) { hasAllWords nodes { ... on Author { name ref } } }
    organizations: search(query: $query, in: ORGANIZATIONS, first: 2) {
      hasAllWords
      nodes { ... on Organization { name fullName } }
    }
    keywords: search(query: $query, in: KEYWORDS, first: 3) { hasAllWords nodes { ... on Keyword { name } } }
  }
`)

const MINUTE_SECONDS = 60

/** What a search may mean, while it is typed. */
export const suggestFile: File = async asked => {
  const query = (new URLSearchParams(asked.request.query).get('q') ?? '').trim().slice(0, 100)
  const { data, maxAgeSeconds } = await askPage({ document, variables: { query } }, asked)
  const having = <Node>(found: { hasAllWords: boolean; nodes: readonly Node[] } | null | undefined) =>
    found?.hasAllWords ? found.nodes : []
  const suggestions = [
    ...having(data?.keywords).flatMap(node =>
      'name' in node ? [{ kind: 'keyword', text: node.name, href: at.keyword(node.name) }] : [],
    ),
    ...having(data?.authors).flatMap(node =>
      'ref' in node ? [{ kind: 'author', text: node.name, href: at.author(node.ref) }] : [],
    ),
    ...having(data?.organizations).flatMap(node =>
      'fullName' in node
        ? [{ kind: 'organization', text: node.fullName ?? node.name, href: at.organization(node.name) }]
        : [],
    ),
    ...having(data?.papers).flatMap(node =>
      'paperId' in node ? [{ kind: 'paper', text: plainText(node.title), href: at.paper(node.paperId) }] : [],
    ),
  ]
  return served({
    type: 'application/json',
    body: JSON.stringify(suggestions),
    maxAgeSeconds: maxAgeSeconds ? MINUTE_SECONDS : null,
  })
}
