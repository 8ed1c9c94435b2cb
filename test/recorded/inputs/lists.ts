const page = 'first: $first, after: $after, last: $last, before: $before'
const rows = '{ pageInfo { hasNextPage hasPreviousPage endCursor } edges { cursor node { id } } }'
/** Lists that are not the same: of other things, in another order, under another filter or parent. */
export const lists: readonly string[] = [
  `papers(${page}) ${rows}`,
  `papers(${page}, orderBy: { field: FEATURED_ON, direction: ASC }) ${rows}`,
  `papers(${page}, orderBy: { field: PUBLISHED_AT }) ${rows}`,
  `papers(${page}, orderBy: { field: UPVOTES }) ${rows}`,
  `papers(${page}, orderBy: { field: TRENDING }) ${rows}`,
  `papers(${page}, filter: { featured: { month: "2026-05" } }) ${rows}`,
  `papers(${page}, filter: { featured: { week: "2026-W20" } }) ${rows}`,
  `papers(${page}, filter: { featured: { week: "2026-W20" } }, orderBy: { field: UPVOTES }) ${rows}`,
  `days(${page}) ${rows}`,
  `days(${page}, direction: ASC) ${rows}`,
  `days(${page}, between: { month: "2026-05" }) ${rows}`,
  `authors(${page}) ${rows}`,
  `authors(${page}, orderBy: { field: NAME, direction: DESC }) ${rows}`,
  `authors(${page}, orderBy: { field: PAPER_COUNT }) ${rows}`,
  `authors(${page}, startsWith: "li") ${rows}`,
  `organizations(${page}) ${rows}`,
  `keywords(${page}) ${rows}`,
  `hubUsers(${page}) ${rows}`,
  `day(date: "2026-05-28") { papers(${page}) ${rows} }`,
  `day(date: "2026-05-29") { papers(${page}) ${rows} }`,
  `day(date: "2026-05-29") { papers(${page}, orderBy: { field: TRENDING }) ${rows} }`,
  `day(date: "2026-05-29") { papers(last: 1) { nodes { authors(${page}) ${rows} } } }`,
  `organization(name: "nvidia") { papers(${page}) ${rows} }`,
  `organization(name: "google") { papers(${page}) ${rows} }`,
  `organization(name: "google") { papers(${page}, direction: ASC) ${rows} }`,
  `keyword(name: "large language models") { papers(${page}) ${rows} }`,
]

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
