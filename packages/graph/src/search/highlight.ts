import type { Highlight as HighlightValue } from '@daily-papers/snapshot/highlights.ts'
import { builder } from '../builder.ts'
import { costs } from '../cost/field-cost.ts'

const TextRange = builder.objectRef<{ start: number; end: number }>('TextRange').implement({
  description: 'A range of a text in UTF-16 code units, as in JavaScript.',
  fields: t => ({
    start: t.exposeInt('start', { description: 'First unit of the range.' }),
    end: t.exposeInt('end', { description: 'First unit after the range.' }),
  }),
})

export const HighlightField = builder.enumType('HighlightField', {
  description: 'The text in which words were found.',
  values: {
    TITLE: { value: 'title', description: 'The title.' },
    ABSTRACT: { value: 'abstract', description: 'The abstract.' },
    AI_SUMMARY: { value: 'summary', description: 'The AI summary.' },
    KEYWORD: { value: 'keyword', description: 'A paper’s keyword.' },
    AUTHOR: { value: 'author', description: 'A paper’s author.' },
    ORGANIZATION: { value: 'organization', description: 'A paper’s organization.' },
    NAME: { value: 'name', description: 'Name of the found author, organization or keyword.' },
  } as const,
})

export const Highlight = builder.objectRef<HighlightValue>('Highlight').implement({
  description: 'The matches of a search in one text.',
  fields: t => ({
    field: t.expose('field', { type: HighlightField, description: 'Which text.' }),
    text: t.exposeString('text', {
      description:
        'The text as of `Status.snapshotAt`. With `snippet`, a part of it, where `…` replaces the rest.',
    }),
    ranges: t.expose('ranges', {
      type: [TextRange],
      description: 'Matched ranges of `text`, ascending, without overlap.',
      extensions: costs({ charge: 0 }),
    }),
  }),
})
