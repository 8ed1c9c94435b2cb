import { z } from 'zod'
import { filterInput, filterOf } from '../arguments/paper-filter.ts'
import { graphql } from '../graph/graphql.ts'
import { fresh, freshLine, freshness, toFreshness } from '../markdown/fresh.ts'
import { lineOf, listedPaper, listOf, paperLine, toListed, under } from '../markdown/paper-line.ts'
import { blocks, counted, text } from '../markdown/text.ts'
import { needed, tool } from './tool.ts'

const document = graphql(
  `
  query SearchPapers($query: String!, $filter: PaperFilter, $orderBy: SearchOrder!, $first: Int!, $after: String) {
    search(query: $query, filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      totalCount
      correctedQuery
      facets {
        keywords(first: 8) { keyword { name } paperCount }
        organizations(first: 5) { organization { name fullName } paperCount }
      }
      pageInfo { hasNextPage endCursor }
      edges {
        reason
        node { ... on Paper { ...PaperLine aiSummary { text } } }
      }
    }
    status { ...Fresh }
  }
`,
  [paperLine, fresh],
)

const ORDERS = { relevance: 'RELEVANCE', votes: 'VOTES', date: 'DATE' } as const

const input = z.object({
  query: z.string().max(500).describe('words, question, "exact phrase", author, organization or id'),
  ...filterInput,
  order: z.enum(['relevance', 'votes', 'date']).default('relevance'),
  limit: z.int().min(1).max(30).default(10),
  cursor: z.string().max(2_000).optional(),
})

const MEANINGS = { MEANING: 'by meaning', BOTH: null, WORDS: null, IDENTIFIER: 'by its id' } as const

const topCount = z.array(z.object({ name: z.string(), paperCount: z.int() }))

export const searchPapers = tool({
  name: 'search_papers',
  title: 'Search papers',
  description:
    'Finds papers by words and meaning, with filters and summaries. totalCount, keywords and organizations cover only papers with all words.',
  input,
  output: z.object({
    totalCount: z.int().nullable(),
    correctedQuery: z.string().nullable(),
    papers: z.array(listedPaper.extend({ summary: z.string().nullable(), reason: z.string() })),
    keywords: topCount,
    organizations: topCount,
    nextCursor: z.string().nullable(),
    paperPages: z.string(),
    ...freshness,
  }),
  document,
  variables: given => ({
    query: given.query,
    filter: filterOf(given),
    orderBy: ORDERS[given.order],
    first: given.limit,
    after: given.cursor ?? null,
  }),
  answer({ data, input: { query, cursor }, site, errors }) {
    const { totalCount, correctedQuery, facets, pageInfo, edges } = needed(data.search, errors)
    const found = edges.flatMap(({ node, reason }) => ('paperId' in node ? [{ paper: node, reason }] : []))
    const nextCursor = pageInfo.hasNextPage ? pageInfo.endCursor : null
    const keywords =
      facets?.keywords.map(({ keyword, paperCount }) => ({ name: keyword.name, paperCount })) ?? []
    const organizations =
      facets?.organizations.map(({ organization: { name, fullName }, paperCount }) => ({
        name: fullName ?? name,
        paperCount,
      })) ?? []
    const listed = (counts: { name: string; paperCount: number }[]) =>
      counts.map(({ name, paperCount }) => `${text(name)} (${paperCount})`).join(', ')
    return {
      structured: {
        totalCount,
        correctedQuery,
        papers: found.map(({ paper, reason }) => ({
          ...toListed(paper),
          summary: paper.aiSummary?.text ?? null,
          reason,
        })),
        keywords,
        organizations,
        nextCursor,
        paperPages: `${site}/papers/{paperId}`,
        ...toFreshness(data.status),
      },
      markdown: blocks(
        `# Search: ${text(correctedQuery ?? query)}`,
        correctedQuery && `Searched for this in place of "${text(query)}".`,
        `${counted(totalCount ?? 0, 'paper')} with all words; ${found.length} shown${totalCount === 0 && found.length > 0 ? ', which come closest' : ''}.`,
        listOf(
          found.map(({ paper, reason }) => {
            const line = lineOf(paper, site, [paper.featuredOn, MEANINGS[reason]])
            return paper.aiSummary ? line + under(paper.aiSummary.text) : line
          }),
          !cursor,
        ),
        keywords.length > 0 && `Keywords of all: ${listed(keywords)}`,
        organizations.length > 0 && `Organizations of all: ${listed(organizations)}`,
        nextCursor && `More: the same call with cursor ${nextCursor}`,
        freshLine(data.status, true),
      ),
    }
  },
})
