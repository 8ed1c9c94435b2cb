import type { Suggestion as SuggestionValue } from '@daily-papers/snapshot/suggest.ts'
import { builder } from '../builder.ts'
import { type Arguments, costs } from '../cost/field-cost.ts'
import { badInput } from '../errors.ts'
import { nullWithoutSnapshot } from './counts.ts'
import { SearchIn } from './search.ts'

const MOST = 20
const EVERYTHING = ['paper', 'author', 'organization', 'keyword'] as const

const Suggestion = builder.objectRef<SuggestionValue>('Suggestion').implement({
  description: 'What somebody may be about to type.',
  fields: t => ({
    kind: t.expose('kind', { type: SearchIn, description: 'What it is one of.' }),
    text: t.exposeString('text', { description: 'The title of a paper, or a name as it is printed.' }),
    ref: t.exposeString('key', {
      description:
        'What to ask for it by: `paper(ref:)`, `author(ref:)`, `organization(name:)` or `keyword(name:)`.',
    }),
    paperCount: t.exposeInt('papers', {
      description: 'How many papers it leads to, exact as of the snapshot; 1 for a paper.',
    }),
  }),
})

const sizeOf = ({ first }: Arguments): number =>
  typeof first === 'number' ? Math.min(Math.max(first, 0), MOST) : 6

builder.queryField('suggest', t =>
  t.field({
    type: [Suggestion],
    nullable: true,
    description: `Completions of a half-typed text, for a search box: authors, organizations and keywords of most papers first, then papers by title, most upvotes first. ${nullWithoutSnapshot}`,
    args: {
      text: t.arg.string({
        required: true,
        description: 'What is typed so far, such as `diffu`. The last word may be a beginning.',
      }),
      in: t.arg({ type: [SearchIn], description: 'Only of these kinds; by default all.' }),
      first: t.arg.int({
        required: true,
        defaultValue: 6,
        description: `How many at most: 0 to ${MOST}.`,
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
