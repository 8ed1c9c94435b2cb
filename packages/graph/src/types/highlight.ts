import type { Highlight as HighlightValue } from '@daily-papers/snapshot/highlights.ts'
import { builder } from '../builder.ts'
import { costs } from '../cost/field-cost.ts'

const TextRange = builder.objectRef<{ start: number; end: number }>('TextRange').implement({
  description: 'A part of a text, in UTF-16 units as JavaScript, Java and C# count them.',
  fields: t => ({
    start: t.exposeInt('start', { description: 'Where it begins.' }),
    end: t.exposeInt('end', { description: 'Where it ends: the first unit that does not belong to it.' }),
  }),
})

export const HighlightField = builder.enumType('HighlightField', {
  description: 'Which text words were found in.',
  values: {
    TITLE: { value: 'title', description: 'The title.' },
    ABSTRACT: { value: 'abstract', description: 'The abstract.' },
    AI_SUMMARY: { value: 'summary', description: 'The model’s summary.' },
    KEYWORD: { value: 'keyword', description: 'One of the keywords.' },
    AUTHOR: { value: 'author', description: 'The name of one of the authors.' },
    ORGANIZATION: { value: 'organization', description: 'The name of the organization that submitted it.' },
    NAME: { value: 'name', description: 'The name of the author, organization or keyword that was found.' },
  } as const,
})

export const Highlight = builder.objectRef<HighlightValue>('Highlight').implement({
  description: 'Where a text has words of the search.',
  fields: t => ({
    field: t.expose('field', { type: HighlightField, description: 'Which text.' }),
    text: t.exposeString('text', {
      description:
        'The text as the snapshot has it: whole, or with `snippet` a part of it, with … for what is left out.',
    }),
    ranges: t.expose('ranges', {
      type: [TextRange],
      description: 'Where `text` has the words, ascending; ranges do not overlap.',
      extensions: costs({ charge: 0 }),
    }),
  }),
})
