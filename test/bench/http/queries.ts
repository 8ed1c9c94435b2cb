import { dayAt, idOf } from '../corpus.ts'

export interface BenchQuery {
  operationName: 'Small' | 'Page' | 'Newest'
  query: string
  variables: Record<string, unknown>
}

const paperFields = `
  id paperId title abstract publishedAt featuredOn upvotes comments
  aiSummary { text }
  organization { name fullName }
  code { url stars }
  authors(first: 10) { nodes { id name } }`

/** One paper by its id: about 1.8 KB. */
export const small: BenchQuery = {
  operationName: 'Small',
  query: `query Small($ref: String!) { paper(ref: $ref) { ${paperFields} } }`,
  variables: { ref: idOf(45) },
}

/** A day of 20 papers with six authors each: about 36 KB. */
export const page: BenchQuery = {
  operationName: 'Page',
  query: `query Page($date: Date!) {
    day(date: $date) { date papers(first: 20) { pageInfo { hasNextPage } nodes { ${paperFields} } } }
  }`,
  variables: { date: dayAt(2) },
}

export const queries = { small, page }

/** The newest 20 papers: one request to the store. */
export const newest: BenchQuery = {
  operationName: 'Newest',
  query: `query Newest { papers(first: 20) { pageInfo { hasNextPage } nodes { ${paperFields} } } }`,
  variables: {},
}
