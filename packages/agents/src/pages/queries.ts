/** The five queries that answer most questions. Each runs as it is. */
export const QUERIES = [
  {
    about: 'The best papers of the latest day',
    query:
      '{ day { date papers(first: 5) { totalCount nodes { paperId title upvotes authorNames code { url stars } } } } }',
  },
  {
    about: 'The most votes of a week',
    query:
      '{ papers(filter: { featured: { week: "2026-W22" } }, orderBy: { field: UPVOTES }, first: 5) { totalCount nodes { paperId title upvotes } } }',
  },
  {
    about: 'Papers about something, with code',
    query:
      '{ search(query: "agent memory", filter: { hasCode: true }, first: 5) { totalCount edges { reason node { ... on Paper { paperId title upvotes } } } } }',
  },
  {
    about: 'A paper with its neighbours',
    query:
      '{ paper(ref: "2605.28293") { title abstract upvotes similar(first: 5) { paper { paperId title } sharedKeywords { name } } } }',
  },
  {
    about: 'An author with co-authors',
    query:
      '{ author(ref: "Yann LeCun") { name paperCount coauthors(first: 5) { paperCount author { name } } papers(first: 5) { nodes { paperId title } } } }',
  },
] as const
