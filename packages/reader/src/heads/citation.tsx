import type { ResultOf } from 'gql.tada'
import { graphql } from '../graph/graphql.ts'
import { plainText } from '../parts/formula.tsx'

/** Metadata of a paper for machines. */
export const citationHead = graphql(`
  fragment CitationHead on Paper {
    paperId
    title
    abstract
    publishedAt
    thumbnail
    keywords { name }
    links { arxiv pdf doi }
    authors(first: 100) { edges { printedName } }
  }
`)

type Paper = ResultOf<typeof citationHead>

/** `<` must not end the script element. */
const json = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c')

/** Metadata for reference managers and search engines: Highwire tags, and schema.org as JSON-LD. */
export function CitationHead({ paper, address }: { paper: Paper; address: string }) {
  const { paperId, publishedAt, links } = paper
  const title = plainText(paper.title)
  const names = paper.authors.edges.map(({ printedName }) => printedName)
  const date = publishedAt.slice(0, 10)
  const article = {
    '@context': 'https://schema.org',
    '@type': 'ScholarlyArticle',
    headline: title,
    name: title,
    url: address,
    sameAs: [links.arxiv, links.doi],
    identifier: `arXiv:${paperId}`,
    datePublished: publishedAt,
    abstract: plainText(paper.abstract),
    author: names.map(name => ({ '@type': 'Person', name })),
    keywords: paper.keywords.map(({ name }) => name).join(', '),
    ...(paper.thumbnail && { image: paper.thumbnail }),
  }
  return (
    <>
      <meta property="og:type" content="article" />
      <meta name="citation_title" content={title} />
      {names.map(name => (
        <meta key={name} name="citation_author" content={name} />
      ))}
      <meta name="citation_publication_date" content={date.replaceAll('-', '/')} />
      <meta name="citation_arxiv_id" content={paperId} />
      <meta name="citation_doi" content={links.doi.replace('https://doi.org/', '')} />
      <meta name="citation_pdf_url" content={links.pdf} />
      <meta name="citation_abstract_html_url" content={links.arxiv} />
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json(article) }} />
    </>
  )
}
