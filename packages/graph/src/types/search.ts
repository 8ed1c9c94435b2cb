import type { Highlight as HighlightValue, Search, SearchKind } from '@daily-papers/snapshot/search.ts'
import type { Row } from '@daily-papers/store/page.ts'
import type { PageArguments } from '../arguments/page.ts'
import { pageArgs } from '../arguments/page.ts'
import { filterOf, filterText, PaperFilter, type PaperFilterInput } from '../arguments/paper-filter.ts'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { costs, rowsAsked } from '../cost/field-cost.ts'
import { badInput } from '../errors.ts'
import { type Connection, connect, type Edge } from '../relay/connection.ts'
import { connectionType } from '../relay/connection-type.ts'
import { type NodeValue, nodeTypeOf } from '../relay/node.ts'
import { Author } from './author.ts'
import { Facets, nullWithoutSnapshot } from './counts.ts'
import { Keyword } from './keyword.ts'
import { Organization } from './organization.ts'
import { Paper } from './paper.ts'

const SearchIn = builder.enumType('SearchIn', {
  description: 'What is searched.',
  values: {
    PAPERS: {
      value: 'paper',
      description:
        'Papers, by title, abstract, AI summary, keywords and authors; those with the words in the title first.',
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

const Stretch = builder.objectRef<{ start: number; end: number }>('TextRange').implement({
  description: 'A stretch of a text, in UTF-16 units as JavaScript, Java and C# count them.',
  fields: t => ({
    start: t.exposeInt('start', { description: 'Where it begins.' }),
    end: t.exposeInt('end', { description: 'Where it ends: the first unit that does not belong to it.' }),
  }),
})

const HighlightField = builder.enumType('HighlightField', {
  description: 'Which text words were found in.',
  values: {
    TITLE: { value: 'title', description: 'The title.' },
    ABSTRACT: { value: 'abstract', description: 'The abstract.' },
    AI_SUMMARY: { value: 'summary', description: 'The model’s summary.' },
    KEYWORD: { value: 'keyword', description: 'One of the keywords.' },
    AUTHOR: { value: 'author', description: 'The name of one of the authors.' },
    NAME: { value: 'name', description: 'The name of an author, an organization or a keyword.' },
  } as const,
})

const Highlight = builder.objectRef<HighlightValue>('Highlight').implement({
  description: 'Where a text has words of the search.',
  fields: t => ({
    field: t.expose('field', { type: HighlightField, description: 'Which text.' }),
    text: t.exposeString('text', { description: 'The whole text as the snapshot has it.' }),
    ranges: t.expose('ranges', {
      type: [Stretch],
      description: 'The stretches of it that were found, ascending; they do not overlap.',
      extensions: costs({ charge: 0 }),
    }),
  }),
})

interface FoundRow extends Row<NodeValue> {
  highlights: () => HighlightValue[]
}

interface Found extends Connection<NodeValue> {
  search: Search
}

const found = connectionType<NodeValue>({
  name: 'Search',
  node: SearchResult as never,
  what: 'what was found',
})

builder.objectFields(found.edge, t => ({
  highlights: t.field({
    type: [Highlight],
    description: 'Its texts that have words of the search, each with where.',
    extensions: costs({ charge: 1 }),
    resolve: ({ row }: Edge<NodeValue>) => (row as FoundRow).highlights(),
  }),
}))

builder.objectFields(found.connection, t => ({
  hasAllWords: t.boolean({
    description:
      'Whether what was found has all of the words. Where nothing has, it is what has any of them: false.',
    resolve: connection => (connection as Found).search.hasAllWords,
  }),
  facets: t.field({
    type: Facets,
    nullable: true,
    description:
      'What all papers found have in common, not those of this page alone; null unless papers are searched.',
    resolve: connection => (connection as Found).search.facets,
  }),
}))

interface SearchArguments extends PageArguments {
  query: string
  in: SearchKind
  filter?: PaperFilterInput | null | undefined
}

async function searched(args: SearchArguments, context: Context): Promise<Found> {
  const { query, in: kind, filter, ...page } = args
  if (filter && kind !== 'paper')
    throw badInput('`filter` is about papers: leave it out, or search `in: PAPERS`.')
  const wanted = filterOf(filter, context.now)
  const search = (await context.snapshot()).search(kind, query, wanted)
  const list = { list: `search ${kind}`, order: 'best', filter: `${filterText(filter)} ${query}` }
  const loader = kind === 'paper' ? context.paper : context.entity[kind]
  const connection = await connect<NodeValue>(list, page, async request => {
    const hits = search.page(request)
    const nodes = await Promise.all(
      hits.rows.map(({ node }): Promise<NodeValue | null> => loader.load(node.key)),
    )
    const rows = hits.rows.flatMap(({ node: hit, position }, i): FoundRow[] => {
      const node = nodes[i]
      return node ? [{ node, position, highlights: () => search.highlights(hit) }] : []
    })
    return { ...hits, rows }
  })
  return { ...connection, search }
}

builder.queryField('search', t =>
  t.field({
    type: found.connection,
    nullable: true,
    description: `What has the words of a query, best first. Words may be beginnings; what a hyphen joins stands together, hyphen or not, and a phrase in quotes as it is; case and accents make no difference; any text is a valid query. A page asked for after \`Status.snapshotAt\` has moved may repeat or miss some. ${nullWithoutSnapshot}`,
    args: {
      ...pageArgs,
      query: t.arg.string({
        required: true,
        description: 'Words, and phrases in double quotes; the first 32 count.',
      }),
      in: t.arg({ type: SearchIn, required: true, defaultValue: 'paper', description: 'What is searched.' }),
      filter: t.arg({ type: PaperFilter, description: 'Of papers: which of them. By default all.' }),
    },
    // Ranking is work of its own, up to a second for many broad words, and nothing is answered meanwhile: a query has room for twelve.
    extensions: costs({
      connection: true,
      charge: args => rowsAsked(args) + 400,
      rounds: args => [rowsAsked(args)],
    }),
    resolve: (_, args, context) => searched(args, context),
  }),
)
