import { authorKey, keywordKey, organizationKey } from '@daily-papers/papers/names.ts'
import type { Paper } from '@daily-papers/papers/paper.ts'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { keysOf, MOST_VALUES } from './paper-filter.ts'

export const ChangeKind = builder.enumType('ChangeKind', {
  description: 'Kind of a change.',
  values: {
    FEATURED: { value: 'featured', description: 'A day of the feed featured the paper: see `day`.' },
    METADATA_CHANGED: {
      value: 'metadataChanged',
      description: 'Metadata of the paper changed: see `parts`. Votes, comments and stars don’t count.',
    },
    CODE_ADDED: { value: 'codeAdded', description: 'The paper has code for the first time.' },
    MODEL_ADDED: {
      value: 'modelAdded',
      description: 'A model on the Hub links the paper. None did before.',
    },
    DATASET_ADDED: {
      value: 'datasetAdded',
      description: 'A dataset on the Hub links the paper. None did before.',
    },
    SPACE_ADDED: {
      value: 'spaceAdded',
      description: 'A Space on the Hub links the paper. None did before.',
    },
    UPVOTES_PASSED: {
      value: 'upvotesPassed',
      description:
        'The paper reached 10, 25, 50, 100, 250 or 500 upvotes for the first time: see `threshold`.',
    },
  } as const,
})

export const ChangeFilter = builder.inputType('ChangeFilter', {
  description: `Conditions on changes. A change must match every given field. In a list, one matching value is enough. Papers match by their current values. Names match as in \`PaperFilter\`. A list of names has at most ${MOST_VALUES}.`,
  fields: t => ({
    kinds: t.field({ type: [ChangeKind], description: 'Only these kinds.' }),
    keywords: t.stringList({ description: 'Papers with any of these keywords.' }),
    authors: t.stringList({ description: 'Papers by any of these authors, by printed name or `ref`.' }),
    organizations: t.stringList({
      description: 'Papers submitted on behalf of any of these, by handle or full name.',
    }),
    minUpvotes: t.int({
      description: 'Papers with at least this many upvotes. Unknown upvotes don’t match.',
    }),
  }),
})

/** The input `ChangeFilter`. */
export type ChangeFilterInput = typeof ChangeFilter.$inferInput

/** Whether a filter is about papers, not about kinds alone. */
export const isOfPapers = ({ kinds, ...ofPapers }: ChangeFilterInput): boolean =>
  Object.values(ofPapers).some(value => value !== null && value !== undefined)

/**
 * The papers that a filter selects. Null when it selects by kind alone.
 * @throws GraphQLError BAD_USER_INPUT
 */
export function ofPapers(filter: ChangeFilterInput | null | undefined, { paper }: Context) {
  if (!filter || !isOfPapers(filter)) return null
  const matches = matcherOf(filter)
  return async (ids: readonly string[]): Promise<ReadonlySet<string>> => {
    const found = await Promise.all(ids.map(id => paper.load(id)))
    return new Set(found.flatMap(each => (each && matches(each) ? each.id : [])))
  }
}

function matcherOf({ keywords, authors, organizations, minUpvotes }: ChangeFilterInput) {
  const keysIn = (...asked: Parameters<typeof keysOf>) => {
    const keys = keysOf(...asked)
    return keys && new Set(keys)
  }
  const wanted = {
    keywords: keysIn('keyword', 'keywords', keywords),
    authors: keysIn('author', 'authors', authors),
    organizations: keysIn('organization', 'organizations', organizations),
  }
  return (paper: Paper): boolean => {
    const names = [paper.organization?.name, paper.organization?.fullName].filter(name => name != null)
    return (
      (!wanted.keywords || paper.keywords.some(name => wanted.keywords?.has(keywordKey(name)))) &&
      (!wanted.authors || paper.authors.some(({ name }) => wanted.authors?.has(authorKey(name)))) &&
      (!wanted.organizations || names.some(name => wanted.organizations?.has(organizationKey(name)))) &&
      (minUpvotes == null || (paper.upvotes ?? -1) >= minUpvotes)
    )
  }
}
