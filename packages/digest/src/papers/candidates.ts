import type { Filter } from '../subscriptions/subscription.ts'
import type { Day } from '../when/rhythm.ts'
import { type Ask, AskFailed } from './ask.ts'

/** A paper that may be in a mail. */
export interface Candidate {
  paperId: string
  /** The earliest day that featured it, which may lie before the days asked for. */
  featuredOn: Day
}

interface Page {
  papers: { nodes: Candidate[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } }
}

const CANDIDATES = /* GraphQL */ `
  query DigestCandidates($filter: PaperFilter!, $after: String) {
    papers(filter: $filter, first: 100, after: $after, orderBy: { field: FEATURED_ON, direction: ASC }) {
      nodes { paperId featuredOn }
      pageInfo { hasNextPage endCursor }
    }
  }
`

/** The papers that match a filter now and were featured on a day from `from` on, oldest day first. */
export async function candidates(ask: Ask, filter: Filter, from: Day): Promise<Candidate[]> {
  const found: Candidate[] = []
  let after: string | null = null
  do {
    const variables: Record<string, unknown> = { filter: { ...filter, featured: { days: { from } } }, after }
    const { papers }: Page = await ask<Page>(CANDIDATES, variables)
    found.push(...papers.nodes)
    after = papers.pageInfo.hasNextPage ? papers.pageInfo.endCursor : null
  } while (after !== null)
  return found
}

const CHECK = /* GraphQL */ `
  query DigestFilter($filter: PaperFilter!) {
    papers(filter: $filter, first: 0) { totalCount }
  }
`

/** The API's error for a filter. Null when the filter is valid. */
export async function problemOf(ask: Ask, filter: Filter): Promise<string | null> {
  if ('featured' in filter) return 'A digest chooses its days itself: leave `featured` out of the filter.'
  try {
    await ask(CHECK, { filter })
    return null
  } catch (error) {
    const [first] = error instanceof AskFailed ? error.errors : []
    if (!first) throw error
    // The filter has been read; only the place to look it up is missing for the moment.
    if (first.extensions?.code === 'SNAPSHOT_UNAVAILABLE') return null
    if (first.extensions?.code === 'BAD_USER_INPUT') return first.message
    throw error
  }
}
