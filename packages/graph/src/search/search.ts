import type { Hit, Search, SearchKind, SearchRequest } from '@daily-papers/snapshot/search.ts'
import type { PageArguments } from '../arguments/page.ts'
import { pageArgs } from '../arguments/page.ts'
import {
  filterText,
  PaperFilter,
  type PaperFilterInput,
  snapshotFiltered,
} from '../arguments/paper-filter.ts'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { costs, rowsAsked } from '../cost/field-cost.ts'
import { badInput } from '../errors.ts'
import { type Connection, connect } from '../relay/connection.ts'
import { connectionType } from '../relay/connection-type.ts'
import { type NodeValue, nodeTypeOf } from '../relay/node.ts'
import { Author } from '../types/author.ts'
import { Facets, nullWithoutSnapshot } from '../types/counts.ts'
import { Keyword } from '../types/keyword.ts'
import { Organization } from '../types/organization.ts'
import { Paper } from '../types/paper.ts'
import { Highlight, HighlightField } from './highlight.ts'

export const SearchIn = builder.enumType('SearchIn', {
  description: 'What is searched.',
  values: {
    PAPERS: {
      value: 'paper',
      description:
        'Papers, by title, abstract, AI summary, keywords, authors and organization, or by arXiv identifier, URL or DOI.',
    },
    AUTHORS: { value: 'author', description: 'Authors, by name.' },
    ORGANIZATIONS: { value: 'organization', description: 'Organizations, by handle and full name.' },
    KEYWORDS: { value: 'keyword', description: 'Keywords, by text.' },
  } as const,
})

const SearchResult = builder.unionType('SearchResult', {
  description: 'What a search finds.',
  types: [Paper, Author, Organization, Keyword],
  resolveType: node => nodeTypeOf(node as NodeValue) as 'Paper' | 'Author' | 'Organization' | 'Keyword',
})

const SHORTEST_SNIPPET = 40
const LONGEST_SNIPPET = 1_000

const SearchOrder = builder.enumType('SearchOrder', {
  description: 'Order of found papers.',
  values: {
    RELEVANCE: {
      value: 'relevance',
      description:
        'First, papers of the queried author (full name) or organization. Second, those with all words in the title. Third, others with all words. Last, the closest by words and meaning.',
    },
    DATE: {
      value: 'date',
      description: 'Only papers with all words, newest featured day first.',
    },
    VOTES: { value: 'votes', description: 'Only papers with all words, most upvotes first.' },
  } as const,
})

const SearchReason = builder.enumType('SearchReason', {
  description: 'Why a result was found.',
  values: {
    IDENTIFIER: {
      value: 'identifier',
      description: 'The query is its arXiv identifier, its URL or its DOI.',
    },
    WORDS: { value: 'words', description: 'It has words of the query.' },
    MEANING: { value: 'meaning', description: 'It has none of the words, but a similar topic.' },
    BOTH: { value: 'both', description: 'It has words of the query and a similar topic.' },
  } as const,
})

/** A result with the search that found it. */
interface Result {
  node: NodeValue
  hit: Hit
  search: Search
}

interface Found extends Connection<Result> {
  search: Search
}

const found = connectionType<Result, Found>({
  name: 'Search',
  node: SearchResult as never,
  nodesOf: rows => rows.map(({ node }) => node),
  what: 'search results',
  total:
    'Number of results with all words of the query, exact as of `Status.snapshotAt`. With RELEVANCE, papers without all words follow and are not counted: see `SearchEdge.hasAllWords`. Never null.',
})

builder.objectFields(found.edge, t => ({
  reason: t.field({
    type: SearchReason,
    description: 'Why it was found.',
    resolve: ({ row }) => row.node.hit.reason,
  }),
  hasAllWords: t.boolean({
    description: 'Whether it has all words of the query. Results without all words come last.',
    resolve: ({ row }) => row.node.hit.hasAllWords,
  }),
  highlights: t.field({
    type: [Highlight],
    description: 'Texts of this result with the matched words marked.',
    args: {
      fields: t.arg({ type: [HighlightField], description: 'Only these texts. Default: all.' }),
      snippet: t.arg.int({
        description: `Maximum length of a text, in UTF-16 code units: ${SHORTEST_SNIPPET} to ${LONGEST_SNIPPET}, for example 160. Longer texts are cut around the first match. Default: whole texts.`,
      }),
    },
    extensions: costs({ charge: 1 }),
    resolve: ({ row: { node } }, { fields, snippet }) =>
      node.search.highlights(node.hit, { fields, snippet: snippetLength(snippet) }),
  }),
}))

builder.objectFields(found.connection, t => ({
  hasAllWords: t.boolean({
    description: 'Whether any result has all words of the query.',
    resolve: ({ search }) => search.total > 0,
  }),
  correctedQuery: t.string({
    nullable: true,
    description:
      'The query that was searched instead, with a misspelled word replaced. Null when nothing was replaced. Put a word in double quotes to keep it as it is.',
    resolve: ({ search }) => search.correctedText,
  }),
  facets: t.field({
    type: Facets,
    nullable: true,
    description: 'Counts over the papers that `totalCount` counts. Null unless `in` is PAPERS.',
    resolve: ({ search }) => search.facets,
  }),
}))

function snippetLength(length: number | null | undefined): number | null {
  if (length === null || length === undefined) return null
  if (length >= SHORTEST_SNIPPET && length <= LONGEST_SNIPPET) return length
  throw badInput(
    `\`snippet\` is ${length}: write a number from ${SHORTEST_SNIPPET} to ${LONGEST_SNIPPET}, or leave it out for whole texts.`,
  )
}

interface SearchArguments extends PageArguments {
  query: string
  in: SearchKind
  filter?: PaperFilterInput | null | undefined
  orderBy: Exclude<SearchRequest['order'], undefined>
}

async function searched(args: SearchArguments, context: Context): Promise<Found> {
  const { query, in: kind, filter, orderBy: order, ...page } = args
  if (filter && kind !== 'paper')
    throw badInput('`filter` is about papers: leave it out, or search `in: PAPERS`.')
  if (order !== 'relevance' && kind !== 'paper')
    throw badInput('`orderBy` is about papers: leave it out, or search `in: PAPERS`.')
  const { snapshot, filter: wanted } = await snapshotFiltered(filter, context)
  const search = snapshot.search({ kind, text: query, filter: wanted, order })
  const list = { list: `search ${kind}`, order, filter: `${filterText(filter)} ${query}` }
  const loader = kind === 'paper' ? context.paper : context.entity[kind]
  const connection = await connect<Result>(list, page, async request => {
    const hits = search.page(request)
    const nodes = await Promise.all(
      hits.rows.map(({ node }): Promise<NodeValue | null> => loader.load(node.key)),
    )
    const rows = hits.rows.flatMap(({ node: hit, position }, i) => {
      const node = nodes[i]
      return node ? [{ node: { node, hit, search }, position }] : []
    })
    return { ...hits, rows }
  })
  return { ...connection, search }
}

builder.queryField('search', t =>
  t.field({
    type: found.connection,
    nullable: true,
    description: `Searches by words and by meaning, best first. Any text is valid: words, a question, an arXiv identifier, a URL, a DOI, an author or an organization. Case and accents don’t matter. A word of three letters or more also matches as a prefix. A phrase in double quotes matches exactly. When \`Status.snapshotAt\` changes, the next page may repeat or miss results. ${nullWithoutSnapshot}`,
    args: {
      ...pageArgs,
      query: t.arg.string({
        required: true,
        description:
          'Words, and phrases in double quotes. Only the first 32 of them count. A text without words finds all papers of `filter`, newest first, or by VOTES. Without `filter`, it finds nothing.',
      }),
      in: t.arg({ type: SearchIn, required: true, defaultValue: 'paper', description: 'What is searched.' }),
      filter: t.arg({
        type: PaperFilter,
        description: 'Conditions on papers. An error unless `in` is PAPERS.',
      }),
      orderBy: t.arg({
        type: SearchOrder,
        required: true,
        defaultValue: 'relevance',
        description: 'Order of papers. Only RELEVANCE unless `in` is PAPERS.',
      }),
    },
    // Ranking takes CPU time and blocks the process. At this cost a query can have twelve searches.
    extensions: costs({
      connection: true,
      charge: args => rowsAsked(args) + 400,
      rounds: args => [rowsAsked(args)],
    }),
    resolve: (_, args, context) => searched(args, context),
  }),
)
