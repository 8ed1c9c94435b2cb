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
import { Author } from './author.ts'
import { Facets, nullWithoutSnapshot } from './counts.ts'
import { Highlight, HighlightField } from './highlight.ts'
import { Keyword } from './keyword.ts'
import { Organization } from './organization.ts'
import { Paper } from './paper.ts'

export const SearchIn = builder.enumType('SearchIn', {
  description: 'What is searched.',
  values: {
    PAPERS: {
      value: 'paper',
      description:
        'Papers, by title, abstract, AI summary, keywords, authors and organization, or by arXiv identifier, URL or DOI.',
    },
    AUTHORS: { value: 'author', description: 'Authors by name.' },
    ORGANIZATIONS: { value: 'organization', description: 'Organizations by handle and full name.' },
    KEYWORDS: { value: 'keyword', description: 'Keywords by their text.' },
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
  description: 'The order of the papers of a search.',
  values: {
    RELEVANCE: {
      value: 'relevance',
      description:
        'Papers with all words first, those with the words in the title before the others. Then the papers that come closest, by words and by meaning.',
    },
    DATE: {
      value: 'date',
      description: 'Papers with all words only, by the day that first featured them, newest first.',
    },
    VOTES: { value: 'votes', description: 'Papers with all words only, most upvotes first.' },
  } as const,
})

const SearchReason = builder.enumType('SearchReason', {
  description: 'Why a result is in the list.',
  values: {
    IDENTIFIER: {
      value: 'identifier',
      description: 'The query is its arXiv identifier, its URL or its DOI.',
    },
    WORDS: { value: 'words', description: 'It has words of the query.' },
    MEANING: { value: 'meaning', description: 'It has none of the words, and is about the same matter.' },
    BOTH: { value: 'both', description: 'It has words of the query, and is about the same matter.' },
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
  nodeOf: ({ node }) => node,
  what: 'what was found',
  total:
    'How many results have all words of the query, exact as of the snapshot. By relevance the list goes on after them with what comes closest, which this does not count; `hasAllWords` of an edge tells them apart.',
})

builder.objectFields(found.edge, t => ({
  reason: t.field({
    type: SearchReason,
    description: 'Why it is in the list.',
    resolve: ({ row }) => row.node.hit.reason,
  }),
  hasAllWords: t.boolean({
    description: 'Whether it has all words of the query. Results that have not come after all that have.',
    resolve: ({ row }) => row.node.hit.hasAllWords,
  }),
  highlights: t.field({
    type: [Highlight],
    description: 'Its texts that have words of the query, with where.',
    args: {
      fields: t.arg({ type: [HighlightField], description: 'Only these texts; by default all.' }),
      snippet: t.arg.int({
        description: `Cuts longer texts to at most so many UTF-16 units around the first word found: ${SHORTEST_SNIPPET} to ${LONGEST_SNIPPET}, such as 160. By default texts are whole.`,
      }),
    },
    extensions: costs({ charge: 1 }),
    resolve: ({ row: { node } }, { fields, snippet }) =>
      node.search.highlights(node.hit, { fields, snippet: snippetLength(snippet) }),
  }),
}))

builder.objectFields(found.connection, t => ({
  hasAllWords: t.boolean({
    description: 'Whether any result has all words of the query: the same as `totalCount > 0`.',
    resolve: ({ search }) => search.total > 0,
  }),
  correctedQuery: t.string({
    nullable: true,
    description:
      'The query with a misspelled word replaced: what was searched for instead, to be shown. Null when the query was searched as it is. Quote a word to search for it as it is.',
    resolve: ({ search }) => search.correctedText,
  }),
  facets: t.field({
    type: Facets,
    nullable: true,
    description:
      'What all papers with all words have in common, on this page or not; null unless papers are searched.',
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
    description: `Searches by words and by meaning. Case and accents make no difference, and words may be beginnings. Any text is a valid query: words, a question, an arXiv identifier, a URL, a DOI, an author or an organization. What stands in double quotes must be there as it is; what a hyphen joins is found together first. A page asked for after \`Status.snapshotAt\` has moved may repeat or miss some. ${nullWithoutSnapshot}`,
    args: {
      ...pageArgs,
      query: t.arg.string({
        required: true,
        description: 'Words, and phrases in double quotes; the first 32 count.',
      }),
      in: t.arg({ type: SearchIn, required: true, defaultValue: 'paper', description: 'What is searched.' }),
      filter: t.arg({ type: PaperFilter, description: 'Of papers: which of them. By default all.' }),
      orderBy: t.arg({
        type: SearchOrder,
        required: true,
        defaultValue: 'relevance',
        description: 'Of papers: the order.',
      }),
    },
    // Ranking is CPU time of its own, and nothing else is answered meanwhile: a query has room for twelve.
    extensions: costs({
      connection: true,
      charge: args => rowsAsked(args) + 400,
      rounds: args => [rowsAsked(args)],
    }),
    resolve: (_, args, context) => searched(args, context),
  }),
)
