/** An index of the table: items that have both key attributes are in it, sorted by `sortKey` within one `partitionKey`. */
export interface IndexDefinition {
  name: string
  partitionKey: string
  sortKey: string
  /** Attributes copied into the index besides all key attributes. */
  projected: readonly string[]
}

const shownOfPaper = ['v', 'doc', 'votes', 'comments', 'stars', 'at'] as const
const shownOfEntity = ['v', 'name', 'count', 'accounts', 'submissions', 'fullName', 'avatar'] as const

/**
 * The one definition of the table, from which the CDK stack, the embedded engine and the tests create it.
 * All keys are strings. `docs/access-patterns.md` tells which question uses which key.
 */
export const tableDefinition = {
  partitionKey: 'pk',
  sortKey: 'sk',
  timeToLive: 'expires',
  indexes: [
    { name: 'published', partitionKey: 'list', sortKey: 'byPublished', projected: shownOfPaper },
    { name: 'upvotes', partitionKey: 'list', sortKey: 'byUpvotes', projected: shownOfPaper },
    { name: 'trending', partitionKey: 'list', sortKey: 'byTrending', projected: shownOfPaper },
    { name: 'papers', partitionKey: 'list', sortKey: 'byPapers', projected: shownOfEntity },
  ] satisfies IndexDefinition[],
} as const

/** The form of the items; a change of form raises it, and `pnpm rebuild` brings older items up to it. */
export const ITEM_VERSION = 1
