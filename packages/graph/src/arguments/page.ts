import { builder } from '../builder.ts'

export const DEFAULT_PAGE = 20
export const MOST_IN_PAGE = 100

/** The four arguments of every list. */
export interface PageArguments {
  first?: number | null
  after?: string | null
  last?: number | null
  before?: string | null
}

/** The arguments of every connection. */
export const pageArgs = builder.args(t => ({
  first: t.int({
    description:
      'Page size: 0 to 100, default 20. Takes the first elements, or the first after `after`. 0 returns only counts. Not with `last`.',
  }),
  after: t.string({
    description: 'Cursor: only elements after it. Take it from the same list, order and filter.',
  }),
  last: t.int({
    description:
      'Page size: 0 to 100. Takes the last elements, or the last before `before`. Not with `first`.',
  }),
  before: t.string({
    description: 'Cursor, like `after`: only elements before it. Alone, it gives the last 20.',
  }),
}))
