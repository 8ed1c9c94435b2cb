import type { Keyword as KeywordEntity } from '@daily-papers/papers/entity.ts'
import { keywordKey } from '@daily-papers/papers/names.ts'
import { builder } from '../builder.ts'
import { costs } from '../cost/field-cost.ts'
import { connectionType } from '../relay/connection-type.ts'
import { encodeId } from '../relay/ids.ts'
import { idDescription, Node } from '../relay/node.ts'
import { withCanonicalNames } from './canonical-name.ts'
import { costOfNamedList, listNamed, named, namedListArgs } from './named.ts'
import { PaperConnection } from './paper.ts'
import { costOfPapersOf, listPapersOf, papersOfArgs } from './papers-of.ts'

/** A keyword on a paper, its text, or a keyword from the store. */
type KeywordNode = string | KeywordEntity

export const keyOf = (keyword: KeywordNode): string =>
  typeof keyword === 'string' ? keywordKey(keyword) : keyword.key

export const Keyword = builder.objectRef<KeywordNode>('Keyword')

Keyword.implement({
  description: 'A keyword that an AI assigned to papers. Papers before March 2025 have none.',
  interfaces: [Node],
  fields: t => ({
    id: t.id({ description: idDescription, resolve: keyword => encodeId('Keyword', keyOf(keyword)) }),
    name: t.string({
      description:
        'Its text as on its earliest paper, for example `chain-of-thought`. `Paper.keywordNames` has the spelling of each paper.',
      resolve: (keyword, _, context) =>
        typeof keyword === 'string'
          ? withCanonicalNames('keyword', context, nameOf => nameOf(keyword))
          : keyword.name,
    }),
    paperCount: t.int({
      description: 'Number of distinct papers with it, exact.',
      extensions: costs({ loads: 'keyword', ofSelf: true }),
      resolve: async (keyword, _, { entity }) => {
        const known = typeof keyword === 'string' ? await entity.keyword.load(keyOf(keyword)) : keyword
        return known?.paperCount ?? 0
      },
    }),
    papers: t.field({
      type: PaperConnection,
      description: 'Papers with it, by first featured day.',
      args: papersOfArgs,
      extensions: costOfPapersOf,
      resolve: (keyword, args, context) =>
        listPapersOf({ kind: 'keyword', key: keyOf(keyword) }, args, context),
    }),
  }),
})

const { connection: KeywordConnection } = connectionType<KeywordEntity>({
  name: 'Keyword',
  node: Keyword,
  what: 'keywords',
  total: 'Number of elements in the whole list, exact. Null with `startsWith`.',
})

builder.queryFields(t => ({
  keyword: t.field({
    type: Keyword,
    nullable: true,
    description: 'The keyword with this text. Null when no paper has it.',
    args: {
      name: t.arg.string({
        required: true,
        description: 'Text of the keyword. Case doesn’t matter, and a hyphen counts as a space.',
      }),
    },
    extensions: costs({ loads: 'keyword' }),
    resolve: (_, { name }, context) => named('keyword', 'name', name, context),
  }),
  keywords: t.field({
    type: KeywordConnection,
    description: 'All keywords.',
    args: namedListArgs('Only names with this prefix. Ignores case. A hyphen counts as a space.'),
    extensions: costOfNamedList,
    resolve: (_, args, context) => listNamed('keyword', args, context),
  }),
}))
