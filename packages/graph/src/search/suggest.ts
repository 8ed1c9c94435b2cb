import type { Suggestion as SuggestionValue } from '@daily-papers/snapshot/suggest.ts'
import { builder } from '../builder.ts'
import { type Arguments, costs } from '../cost/field-cost.ts'
import { badInput } from '../errors.ts'
import { nullWithoutSnapshot } from '../types/counts.ts'
import { SearchIn } from './search.ts'

const MOST = 20
const EVERYTHING = ['paper', 'author', 'organization', 'keyword'] as const

const Suggestion = builder.objectRef<SuggestionValue>('Suggestion').implement({
  description: 'A completion of a half-typed text.',
  fields: t => ({
    kind: t.expose('kind', { type: SearchIn, description: 'Kind of the suggestion.' }),
    text: t.exposeString('text', { description: 'Title of a paper, or a printed name.' }),
    ref: t.exposeString('key', {
      description:
        'Pass it to the query of its kind: `paper(ref:)`, `author(ref:)`, `organization(name:)` or `keyword(name:)`.',
    }),
    paperCount: t.exposeInt('papers', {
      description: 'Number of papers with this name, exact as of `Status.snapshotAt`. 1 for a paper.',
    }),
  }),
})

const sizeOf = ({ first }: Arguments): number =>
  typeof first === 'number' ? Math.min(Math.max(first, 0), MOST) : 6

builder.queryField('suggest', t =>
  t.field({
    type: [Suggestion],
    nullable: true,
    description: `Completions of a half-typed text, for a search box. Names come first (authors, organizations, keywords), most papers first. Then titles of papers, most upvotes first. ${nullWithoutSnapshot}`,
    args: {
      text: t.arg.string({
        required: true,
        description: 'The text typed so far, for example `diffu`. The last word matches as a prefix.',
      }),
      in: t.arg({ type: [SearchIn], description: 'Only these kinds. Default: all.' }),
      first: t.arg.int({
        required: true,
        defaultValue: 6,
        description: `Maximum number of results: 0 to ${MOST}.`,
      }),
    },
    extensions: costs({ charge: args => sizeOf(args) + 20, size: sizeOf }),
    resolve: async (_, { text, in: among, first }, { snapshot }) => {
      if (first < 0 || first > MOST)
        throw badInput(`\`first\` is ${first}: write a number from 0 to ${MOST}.`)
      return (await snapshot()).suggest(text, among ?? EVERYTHING, first)
    },
  }),
)
