import type { EntityOrder, Ordered, PaperOrder as PaperOrderField } from '@daily-papers/store/questions.ts'
import { builder } from '../builder.ts'

type Direction = 'ASC' | 'DESC'
interface Order<Field> {
  field: Field
  direction?: Direction | null | undefined
}

export const OrderDirection = builder.enumType('OrderDirection', {
  description: 'Direction of an order.',
  values: {
    ASC: { description: 'Ascending: smallest, earliest or A first.' },
    DESC: { description: 'Descending: largest, latest or Z first.' },
  } as const,
})

export const PaperOrder = builder.inputType('PaperOrder', {
  description: 'Order of papers. Ties: by arXiv identifier in the same direction.',
  fields: t => ({
    field: t.field({
      required: true,
      description: 'What to sort by.',
      type: builder.enumType('PaperOrderField', {
        description: 'Sort key of papers.',
        values: {
          FEATURED_ON: { value: 'featuredOn', description: 'First featured day.' },
          PUBLISHED_AT: { value: 'publishedAt', description: 'When the first version appeared on arXiv.' },
          UPVOTES: { value: 'upvotes', description: 'Upvotes. Unknown ranks below 0.' },
          COMMENTS: { value: 'comments', description: 'Comments. Unknown ranks below 0.' },
          GITHUB_STARS: {
            value: 'githubStars',
            description: 'Stars of its code. Unknown ranks below 0.',
          },
          TRENDING: {
            value: 'trending',
            description:
              'Upvotes, halved for every 36 hours since the first featured day. Unknown counts as 1.',
          },
        } as const,
      }),
    }),
    direction: t.field({ type: OrderDirection, description: 'Default: DESC.' }),
  }),
})

export const NamedOrder = builder.inputType('NamedOrder', {
  description: 'Order of authors, organizations, keywords or accounts.',
  fields: t => ({
    field: t.field({
      required: true,
      description: 'What to sort by.',
      type: builder.enumType('NamedOrderField', {
        description: 'Sort key of authors, organizations, keywords or accounts.',
        values: {
          NAME: {
            value: 'name',
            description:
              'Name in lower case, by Unicode code point. Authors: without accents and punctuation. Organizations and accounts: the handle.',
          },
          PAPER_COUNT: { value: 'paperCount', description: 'Number of papers. Ties: by name.' },
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

/** An order, as text for a cursor. */
export const orderText = ({ field, descending }: Ordered<string>): string =>
  `${field}${descending ? '-' : '+'}`
