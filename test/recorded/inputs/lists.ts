import { weekOf } from '@daily-papers/papers/days.ts'
import type { Corpus } from '../../days/corpus.ts'
import { countedBy, type PaperByHand, papersByHand } from '../papers-by-hand.ts'

const page = 'first: $first, after: $after, last: $last, before: $before'
const rows = '{ pageInfo { hasNextPage hasPreviousPage endCursor } edges { cursor node { id } } }'
/** Lists that are not the same: of other things, in another order, under another filter or parent. */
export function listsOver(corpus: Corpus): string[] {
  const papers = papersByHand(corpus)
  const busiest = (keysOf: (paper: PaperByHand) => Iterable<string>) =>
    countedBy(papers, keysOf).map(([key]) => key)
  const [lab, otherLab] = busiest(({ organization }) => (organization ? [organization] : []))
  const [keyword] = busiest(({ keywords }) => keywords)
  const [author = ''] = busiest(({ authors }) => authors)
  const [dayBefore = '', day = ''] = corpus.days.slice(-2)
  const month = day.slice(0, 7)
  const week = weekOf(corpus.days.at(-8) ?? '')
  return [
    `papers(${page}) ${rows}`,
    `papers(${page}, orderBy: { field: FEATURED_ON, direction: ASC }) ${rows}`,
    `papers(${page}, orderBy: { field: PUBLISHED_AT }) ${rows}`,
    `papers(${page}, orderBy: { field: UPVOTES }) ${rows}`,
    `papers(${page}, orderBy: { field: TRENDING }) ${rows}`,
    `papers(${page}, filter: { featured: { month: "${month}" } }) ${rows}`,
    `papers(${page}, filter: { featured: { week: "${week}" } }) ${rows}`,
    `papers(${page}, filter: { featured: { week: "${week}" } }, orderBy: { field: UPVOTES }) ${rows}`,
    `days(${page}) ${rows}`,
    `days(${page}, direction: ASC) ${rows}`,
    `days(${page}, between: { month: "${month}" }) ${rows}`,
    `authors(${page}) ${rows}`,
    `authors(${page}, orderBy: { field: NAME, direction: DESC }) ${rows}`,
    `authors(${page}, orderBy: { field: PAPER_COUNT }) ${rows}`,
    `authors(${page}, startsWith: "${author.slice(0, 2)}") ${rows}`,
    `organizations(${page}) ${rows}`,
    `keywords(${page}) ${rows}`,
    `hubUsers(${page}) ${rows}`,
    `day(date: "${dayBefore}") { papers(${page}) ${rows} }`,
    `day(date: "${day}") { papers(${page}) ${rows} }`,
    `day(date: "${day}") { papers(${page}, orderBy: { field: TRENDING }) ${rows} }`,
    `day(date: "${day}") { papers(last: 1) { nodes { authors(${page}) ${rows} } } }`,
    `organization(name: "${otherLab}") { papers(${page}) ${rows} }`,
    `organization(name: "${lab}") { papers(${page}) ${rows} }`,
    `organization(name: "${lab}") { papers(${page}, direction: ASC) ${rows} }`,
    `keyword(name: "${keyword}") { papers(${page}) ${rows} }`,
  ]
}

/** A connection of one of them, as asked. */
export interface Connection {
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null }
  edges: { cursor: string; node: { id: string } }[]
}

/** The connection in an answer, wherever it is. */
export function connectionIn(value: unknown): Connection | null {
  if (typeof value !== 'object' || value === null) return null
  if ('pageInfo' in value) return value as Connection
  return Object.values(value).map(connectionIn).find(Boolean) ?? null
}
/** The ids of the nodes of a connection; none without one. */
export const idsIn = (connection: Connection | null): string[] =>
  connection?.edges.map(({ node }) => node.id) ?? []
