import { builder } from '../builder.ts'

export const DEFAULT_PAGE = 20
export const MOST_IN_PAGE = 100

/** The four arguments of every list, as they come. */
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
      'How many from the start, or after `after`: 0 to 100. Default 20. Excludes `last`. 0 gives the counts alone.',
  }),
  after: t.string({
    description: 'A cursor of this same list, order and filter: only what follows it.',
  }),
  last: t.int({
    description: 'How many from the end, or before `before`: 0 to 100. Excludes `first`.',
  }),
  before: t.string({
    description:
      'A cursor of this same list, order and filter: only what comes before it. Without `first`, `last` and `after`, the 20 next to it.',
  }),
}))
