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
      'Number of elements from the start, or after `after`: 0 to 100, default 20. 0 returns only counts. Not with `last`.',
  }),
  after: t.string({
    description: 'Returns elements after this cursor. Take it from the same list, order and filter.',
  }),
  last: t.int({
    description: 'Number of elements from the end, or before `before`: 0 to 100. Not with `first`.',
  }),
  before: t.string({
    description:
      'Returns elements before this cursor, the last 20 by default. Take it from the same list, order and filter.',
  }),
}))
