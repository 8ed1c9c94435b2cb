import type { ResultOf } from 'gql.tada'
import { graphql } from '../graph/graphql.ts'
import { at } from '../parts/addresses.ts'
import { count } from '../parts/count.ts'
import { shortName } from '../parts/shortened.ts'

/** Authors, organizations and keywords whose names have the words of a search. */
export const searchNames = graphql(`
  fragment SearchNames on SearchConnection {
    hasAllWords
    nodes {
      __typename
      ... on Author { name ref paperCount }
      ... on Organization { name fullName paperCount }
      ... on Keyword { name paperCount }
    }
  }
`)

type Found = ResultOf<typeof searchNames>
type Node = Found['nodes'][number]

/** Text and address of a found name. Null for a paper. */
export function namedLink(node: Node): { name: string; href: string; papers: number } | null {
  const papers = 'paperCount' in node ? node.paperCount : 0
  if (node.__typename === 'Author') return { name: node.name, href: at.author(node.ref), papers }
  if (node.__typename === 'Keyword') return { name: node.name, href: at.keyword(node.name), papers }
  if (node.__typename === 'Organization')
    return { name: node.fullName ?? node.name, href: at.organization(node.name), papers }
  return null
}

interface NamesProps {
  title: string
  of: Found | null | undefined
}

/** Found names of one kind. Empty when none has all the words. */
export function Names({ title, of }: NamesProps) {
  const links = of?.hasAllWords ? of.nodes.map(namedLink).filter(link => link !== null) : []
  if (links.length === 0) return null
  return (
    <p class="names">
      <b>{title}</b>{' '}
      <span>
        {links.map(({ name, href, papers }) => (
          <a key={href} href={href}>
            {shortName(name)} <small>{count(papers)}</small>
          </a>
        ))}
      </span>
    </p>
  )
}
