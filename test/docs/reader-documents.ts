import { costOf } from '@daily-papers/graph/cost/cost.ts'
import { schema } from '@daily-papers/graph/schema.ts'
import { loadDocuments } from '@daily-papers/reader/load-reader.ts'
import { parse } from 'graphql'

/** Values for every variable of the pages, those with which a document costs most. */
const variables: Record<string, unknown> = {
  first: 50,
  since: '2026-05-01',
  until: '2026-05-29',
  week: '2026-W22',
  month: '2026-05',
  window: 'WEEK',
  metric: 'UPVOTES',
  by: 'MONTH',
  order: 'RELEVANCE',
  ref: '2605.28293',
  refs: Array.from({ length: 100 }, (_, n) => `2605.${10_000 + n}`),
  name: 'name',
  username: 'name',
  query: 'words',
  text: 'words',
  authors: ['name'],
  organizations: ['name'],
  keywords: ['name'],
  all: ['name', 'another'],
  filter: { organizations: ['name'], allKeywords: ['name', 'another'] },
  isNarrowed: true,
  hasQuery: true,
  hasAuthors: true,
  hasOrganizations: true,
  hasKeywords: true,
  isSubmitter: true,
}

/** What the pages ask, each with what it is charged and reads at most; null where it is not valid. */
export async function readerDocuments() {
  return (await loadDocuments()).map(text => {
    const [, name = ''] = /query (\w+)/.exec(text) ?? []
    const cost = costOf(schema, parse(text), null, variables)
    return { name, text, cost: cost?.cost ?? null, reads: cost?.reads ?? null }
  })
}
