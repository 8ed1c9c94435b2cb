import type { EntityOrder, Ordered, PaperOrder as PaperOrderField } from '@daily-papers/store/questions.ts'
import { builder } from '../builder.ts'

type Direction = 'ASC' | 'DESC'
interface Order<Field> {
  field: Field
  direction?: Direction | null | undefined
}

export const OrderDirection = builder.enumType('OrderDirection', {
  description: 'Which end of an order comes first.',
  values: {
    ASC: { description: 'Smallest, earliest or first in the alphabet first.' },
    DESC: { description: 'Largest, latest or last in the alphabet first.' },
  } as const,
})

export const PaperOrder = builder.inputType('PaperOrder', {
  description:
    'How papers are ordered. Ties are broken by the arXiv identifier in the same direction, so the order is total.',
  fields: t => ({
    field: t.field({
      required: true,
      description: 'What they are ordered by.',
      type: builder.enumType('PaperOrderField', {
        description: 'What papers can be ordered by.',
        values: {
          FEATURED_ON: { value: 'featuredOn', description: 'The day of the feed.' },
          PUBLISHED_AT: { value: 'publishedAt', description: 'When the first version appeared on arXiv.' },
          UPVOTES: { value: 'upvotes', description: 'Upvotes; unknown counts as fewer than zero.' },
          COMMENTS: { value: 'comments', description: 'Comments; unknown counts as fewer than zero.' },
          GITHUB_STARS: {
            value: 'githubStars',
            description: 'Stars of its code; unknown counts as fewer than zero.',
          },
          TRENDING: {
            value: 'trending',
            description: 'Upvotes that lose half their weight every 36 hours since the day of the feed.',
          },
        } as const,
      }),
    }),
    direction: t.field({ type: OrderDirection, description: 'Default DESC, whatever the field.' }),
  }),
})

export const NamedOrder = builder.inputType('NamedOrder', {
  description: 'How authors, organizations, keywords and accounts are ordered. The order is total.',
  fields: t => ({
    field: t.field({
      required: true,
      description: 'What they are ordered by.',
      type: builder.enumType('NamedOrderField', {
        description: 'What authors, organizations, keywords and accounts can be ordered by.',
        values: {
          NAME: {
            value: 'name',
            description:
              'The name in lower case, that of authors also without accents and punctuation, in order of code points. Organizations and accounts go by their handle.',
          },
          PAPER_COUNT: { value: 'paperCount', description: 'The number of papers; ties by name.' },
        } as const,
      }),
    }),
    direction: t.field({ type: OrderDirection, description: 'Default ASC for NAME, DESC for PAPER_COUNT.' }),
  }),
})

export function orderOfPapers({ field, direction }: Order<PaperOrderField>): Ordered<PaperOrderField> {
  return { field, descending: direction !== 'ASC' }
}

export function orderOfNames({ field, direction }: Order<EntityOrder>): Ordered<EntityOrder> {
  return { field, descending: (direction ?? (field === 'name' ? 'ASC' : 'DESC')) === 'DESC' }
}

/** An order as cursors carry it. */
export const orderText = ({ field, descending }: Ordered<string>): string =>
  `${field}${descending ? '-' : '+'}`
