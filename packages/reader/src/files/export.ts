import type { ResultOf } from 'gql.tada'
import { graphql } from '../graph/graphql.ts'
import { plainText } from '../parts/formula.tsx'
import { refsIn } from '../parts/refs.ts'
import { type Asking, askPage } from '../routing/ask-page.ts'
import { type File, served } from './file.ts'

const document = graphql(`
  query Export($refs: [String!]!) {
    papersByRef(refs: $refs) {
      paperId
      title
      abstract
      publishedAt
      bibtex
      markdown
      links { arxiv doi }
      authors(first: 40) { edges { printedName } }
    }
  }
`)

type Paper = NonNullable<ResultOf<typeof document>['papersByRef'][number]>

async function exported(asked: Asking, type: string, name: string, bodyOf: (papers: Paper[]) => string) {
  const refs = refsIn(new URLSearchParams(asked.request.query))
  const { data } = await askPage({ document, variables: { refs } }, asked)
  if (!data)
    return served({ type: 'text/plain', body: 'Try again later.\n', maxAgeSeconds: null, status: 503 })
  const papers = data.papersByRef.filter(paper => paper !== null)
  const file = served({ type, body: bodyOf(papers), maxAgeSeconds: null })
  return { ...file, headers: { ...file.headers, 'content-disposition': `attachment; filename="${name}"` } }
}

export const bibtexFile: File = asked =>
  exported(asked, 'application/x-bibtex', 'papers.bib', papers =>
    papers.map(({ bibtex }) => `${bibtex}\n`).join('\n'),
  )

export const markdownFile: File = asked =>
  exported(asked, 'text/markdown', 'papers.md', papers =>
    papers.map(({ markdown }) => `- ${markdown}\n`).join(''),
  )

/** The last word of a printed name, and the words before it. */
function nameOf(printed: string) {
  const space = printed.lastIndexOf(' ')
  return space < 0
    ? { literal: printed }
    : { family: printed.slice(space + 1), given: printed.slice(0, space) }
}

/** In the form that Zotero and Pandoc read. */
const cslOf = ({ paperId, title, abstract, publishedAt, links, authors }: Paper) => ({
  id: `arxiv:${paperId}`,
  type: 'article',
  title: plainText(title),
  author: authors.edges.map(({ printedName }) => nameOf(printedName)),
  issued: { 'date-parts': [publishedAt.slice(0, 10).split('-').map(Number)] },
  publisher: 'arXiv',
  number: `arXiv:${paperId}`,
  DOI: links.doi.replace('https://doi.org/', ''),
  URL: links.arxiv,
  abstract: plainText(abstract),
})

export const cslFile: File = asked =>
  exported(asked, 'application/vnd.citationstyles.csl+json', 'papers.csl.json', papers =>
    JSON.stringify(papers.map(cslOf), null, 2),
  )
